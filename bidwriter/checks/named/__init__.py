"""THE NAMED CHECKS OF PACKS: each one entry that says what it takes, needs and does."""
