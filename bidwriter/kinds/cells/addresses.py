"""Cells that somebody is reached by: an email address, a telephone number, a postcode."""

from collections.abc import Callable, Iterator

from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import SHORT, Cell, Misfit
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.values.addresses import (
    email_in,
    phone_in,
    postcode_in,
    wrong_with_email,
    wrong_with_phone,
    wrong_with_postcode,
)


class Reached(Cell):
    """A line that is brought to its one form where it has one, and kept as typed where not."""

    longest = SHORT

    def __init__(self, meant: Callable[[str], str], wrong: Callable[[str], str]) -> None:
        self._meant, self._wrong = meant, wrong

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return self._meant(typed)

    @override
    def misfits(self, leaf: Leaf, around: Around) -> Iterator[Misfit]:
        if wrong := self._wrong(str(leaf)):
            yield Misfit(wrong, "")


EMAIL = Reached(email_in, wrong_with_email)
PHONE = Reached(phone_in, wrong_with_phone)
POSTCODE = Reached(postcode_in, wrong_with_postcode)
