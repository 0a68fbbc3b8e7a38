"""What the officer sees: the only package that imports Qt."""
