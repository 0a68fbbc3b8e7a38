"""TYPED WORDS: what they mean at any place, and which places there are."""
