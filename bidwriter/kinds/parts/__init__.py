"""KINDS WITH PARTS: one answer of several fields, each with a place of its own."""
