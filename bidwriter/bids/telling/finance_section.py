"""What the finance summary is made of."""

from typing import NamedTuple


class Section(NamedTuple):
    """One question that the officer asks: a heading, a table of words (figures from the second
    column on), and a sentence below it. With no rows only the sentence stands."""

    title: str
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""
