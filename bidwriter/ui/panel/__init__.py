"""What stands beside an answer: comments and its history."""
