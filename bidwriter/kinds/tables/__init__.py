"""KINDS WITH ROWS: one file a kind, each with its row and the columns that describe themselves."""
