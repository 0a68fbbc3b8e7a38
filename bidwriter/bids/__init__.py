"""WHAT A COUNCIL ANSWERS: the bid as a value, its changes, its sums and counts, its record.

Pure: nothing here reads a file, a clock or a screen.
"""
