"""What was passed over of a text that was pasted, counted, and said in one sentence."""

from collections import Counter
from typing import Literal, NamedTuple

from bidwriter.prose.numbers import in_words, listed

Left = Literal["picture", "struck", "hidden", "comment", "equation", "object", "field", "link"]
Changed = Literal["table", "deep", "lettered", "symbol"]

_LEFT: dict[Left, tuple[str, str]] = {
    "picture": ("picture", "pictures"),
    "struck": ("word struck through", "words struck through"),
    "hidden": ("hidden word", "hidden words"),
    "comment": ("comment", "comments"),
    "equation": ("equation", "equations"),
    "object": ("embedded object", "embedded objects"),
    "field": ("field of a form", "fields of a form"),
    "link": ("link that leads to no web page", "links that lead to no web page"),
}
_CHANGED: dict[Changed, tuple[str, str]] = {
    "table": ("{} table became lines of text", "{} tables became lines of text"),
    "deep": (
        "{} list item stood deeper than two levels and is on the second",
        "{} list items stood deeper than two levels and are on the second",
    ),
    "lettered": ("{} list with letters is numbered", "{} lists with letters are numbered"),
    "symbol": (
        "{} sign of a symbol font has no character and stands as “[?]”",
        "{} signs of symbol fonts have no character and stand as “[?]”",
    ),
}


class PassedOver(NamedTuple):
    """How many of each were left out, and how many came in as something else."""

    counts: tuple[tuple[Left | Changed, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.counts)

    @property
    def left_out(self) -> str:
        """ "two pictures and one comment"; "" for nothing."""
        known = dict(self.counts)
        found = ((known.get(key, 0), words) for key, words in _LEFT.items())
        return listed(tuple(f"{in_words(n)} {words[n > 1]}" for n, words in found if n))

    @property
    def sentence(self) -> str:
        """What to say once the rest is in; "" for nothing."""
        known = dict(self.counts)
        found = ((known.get(key, 0), words) for key, words in _CHANGED.items())
        changed = listed(tuple(words[n > 1].format(in_words(n)) for n, words in found if n))
        left = f"left out {self.left_out}" if self.left_out else ""
        said = "; ".join(part for part in (left, changed) if part)
        return said[:1].upper() + said[1:]


def passed_over(counted: Counter[Left | Changed]) -> PassedOver:
    """What was counted, as a value."""
    return PassedOver(tuple((key, n) for key, n in counted.items() if n > 0))
