"""TAKING IN A TABLE: the dialog that asks about doubtful columns and cells before lines go in."""
