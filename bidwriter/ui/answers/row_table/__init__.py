"""ROWS AS A TABLE: what the table of costs and a fund's own tables share on screen."""
