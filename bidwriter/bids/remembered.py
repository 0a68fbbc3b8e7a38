"""What was worked out of values that never change, kept by the values themselves: at each key press
one answer of a hundred is another, and of the others all is known."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")
_MOST = 2_000


class Remembered(Generic[T]):
    """Results by the identity of the values that they were made of, the latest used last; `also` is
    what else they were made of, compared as usual."""

    def __init__(self) -> None:
        # The values are kept beside their result, so that no other can come to have their identity.
        self._known: OrderedDict[Hashable, tuple[tuple[object, ...], T]] = OrderedDict()

    def of(self, values: tuple[object, ...], make: Callable[[], T], also: Hashable = None) -> T:
        """What `make` makes, once for these values."""
        key = (*map(id, values), also)
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
            return known[1]
        made = make()
        self._known[key] = values, made
        if len(self._known) > _MOST:
            self._known.popitem(last=False)
        return made
