"""WHAT IS WRONG WITH A ROUND PACK: for the person who writes it, with file, line and remedy."""
