"""The elements of pasted HTML that are open."""

from collections import Counter

from bidwriter.prose.pasted_looks import Look

LISTS = ("ul", "ol")


class Open:
    """The elements that are open, innermost last. Nothing here looks through all of them, so that
    thousands within each other cost no more than thousands beside each other."""

    def __init__(self) -> None:
        self._looks = [Look("")]
        self._many: Counter[str] = Counter()
        self._items: list[int] = []  # where lists and their items stand among the looks

    @property
    def last(self) -> Look:
        """The innermost."""
        return self._looks[-1]

    @property
    def in_row(self) -> bool:
        """Whether a cell of a table is open."""
        return bool(self._many["td"] or self._many["th"])

    def is_open(self, tag: str) -> bool:
        """Whether such an element is open."""
        return bool(self._many[tag])

    def add(self, look: Look) -> None:
        """This element opens."""
        if look.tag in LISTS or look.tag == "li":
            self._items.append(len(self._looks))
        self._looks.append(look)
        self._many[look.tag] += 1

    def close(self, tag: str) -> bool:
        """Close the innermost `tag` and all in it; whether there was one."""
        if not self._many[tag]:
            return False
        closed = self._pop()
        while closed != tag:
            closed = self._pop()
        return True

    def close_item(self) -> None:
        """A new item ends one that was left open, unless a list was opened in between."""
        if self._items and self._looks[self._items[-1]].tag == "li":
            self.close("li")

    def _pop(self) -> str:
        tag = self._looks.pop().tag
        self._many[tag] -= 1
        if self._items and self._items[-1] == len(self._looks):
            self._items.pop()
        return tag
