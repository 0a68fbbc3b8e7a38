"""HOW ONE CELL IS READ, SHOWN AND TOLD: one file for each sort of cell."""
