"""THE TABLE OF COST LINES: a native table with painted cells, and what surrounds it."""
