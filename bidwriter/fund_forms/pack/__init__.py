"""A form that was read, made into a round pack: its ids, its data, and its TOML as a person would
write it."""
