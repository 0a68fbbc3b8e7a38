"""CHANGING A ROUND: what it asks and checks at the left, one thing of it at the right."""
