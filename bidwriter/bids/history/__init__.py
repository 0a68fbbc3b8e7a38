"""HOW A BID CAME TO BE: its versions, kept as changes against the one before."""
