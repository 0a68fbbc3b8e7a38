"""WHERE BIDS ARE KEPT: the container, the bid file, atomic saving, the lock, the journal, settings."""
