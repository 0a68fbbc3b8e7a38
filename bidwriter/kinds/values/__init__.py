"""KINDS WITH ONE ANSWER: one file a kind; how days, sums and years are read."""
