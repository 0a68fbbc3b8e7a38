"""WHERE BIDS ARE KEPT: the container, the bid file, saving, the lock, the journal, settings."""
