"""The look: colours, type, spaces, icons. Knows nothing of bids or of any widget."""
