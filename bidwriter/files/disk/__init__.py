"""THE DISK: replacing, holding and locking files, and what can go wrong with them."""
