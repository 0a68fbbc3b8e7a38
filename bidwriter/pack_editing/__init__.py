"""A ROUND CHANGED AS A PERSON WOULD BY HAND: in its TOML files, with their order and comments."""
