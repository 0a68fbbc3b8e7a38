"""HOW WORDS ARE KEPT: rich text, counting words, what a font can print, personal data in prose.

The lowest room: it knows nothing of rounds, bids, files or screens.
"""
