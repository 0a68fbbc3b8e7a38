"""Reusable widgets in the look. They know nothing of bids."""
