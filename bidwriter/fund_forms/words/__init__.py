"""What the words of a form say: a question’s kind, limit and condition, and rules of money."""
