"""HOW COPIES COME BACK TOGETHER: what both sides did joins up, what they disagree on is decided."""
