"""WHAT CHANGED, IN PLAIN WORDS: edits told as an officer would tell them to a colleague."""
