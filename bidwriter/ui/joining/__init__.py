"""JOINING COPIES ON SCREEN: what joined by itself, and a page for each thing to decide."""
