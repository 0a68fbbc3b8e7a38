"""Errors that speak to people: the message is a plain sentence or two, fit to be shown as it is.

All other errors were not foreseen: they go into the log, and a person hears plain words instead.
"""


class SpokenError(Exception):
    """An error whose message says what happened, what is safe, and what to do."""
