"""WORK THAT IS NOT SAVED YET: the journal, keeping, and bringing back."""
