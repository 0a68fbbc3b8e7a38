"""A Word form as lines and tables: what stands where, and where each is answered."""
