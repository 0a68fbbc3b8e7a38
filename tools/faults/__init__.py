"""What `make faults` does to bidwriter: each row does one kind of harm many times over, to the
real storage, and counts what was lost."""
