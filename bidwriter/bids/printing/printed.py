"""What an answer prints: rich text with the values of its live figures in their places.

Whatever shows, counts, searches, checks or prints an answer takes it from here; only editing,
joining and the content hash see the stored markers.
"""

from functools import lru_cache

from bidwriter.bids.bid import Bid
from bidwriter.bids.printing.live_figures import live_figure
from bidwriter.kinds.kinds import AnyQuestion, Value
from bidwriter.kinds.values.rich_text import RichText
from bidwriter.prose.blocks import Block
from bidwriter.prose.figures import figures_in, filled, fixed, may_hold_figures
from bidwriter.prose.markdown import parse, write


def printed(bid: Bid, question: AnyQuestion) -> Value | None:
    """The answer as it prints. Only rich text with live figures differs from what is stored."""
    value = bid.answer(question.id)
    if isinstance(question, RichText) and isinstance(value, str):
        return printed_prose(bid, value)
    return value


def printed_prose(bid: Bid, stored: str) -> str:
    """Rich text with its live figures as plain words."""
    if not may_hold_figures(stored):
        return stored
    return _printed(stored, _values(bid, stored))


def shown_blocks(bid: Bid, stored: str) -> tuple[Block, ...]:
    """The blocks of rich text; its live figures read as their values and are figures still."""
    if not may_hold_figures(stored):
        return parse(stored)
    return _shown(stored, _values(bid, stored))


def with_values(bid: Bid, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` from anywhere, such as another copy, with the values that this bid has."""
    return filled(blocks, lambda name: live_figure(bid, name).printed)


def printed_text(bid: Bid, question: AnyQuestion) -> str:
    """The answer as words. "" for none."""
    value = printed(bid, question)
    return "" if value is None else question.text(value)


def printed_count(bid: Bid, question: AnyQuestion) -> int:
    """Words in the answer, by the published rule: a live figure counts as the words it prints."""
    value = printed(bid, question)
    return 0 if value is None else question.count(value)


def names_of(bid: Bid, question: AnyQuestion) -> tuple[str, ...]:
    """The names of the live figures in an answer, each once."""
    value = bid.answer(question.id)
    return names_in(value) if isinstance(question, RichText) and isinstance(value, str) else ()


@lru_cache(maxsize=1024)
def names_in(stored: str) -> tuple[str, ...]:
    """The names of the live figures in rich text, each once."""
    return figures_in(parse(stored)) if may_hold_figures(stored) else ()


_Values = tuple[tuple[str, str], ...]


def _values(bid: Bid, stored: str) -> _Values:
    return tuple((name, live_figure(bid, name).printed) for name in names_in(stored))


@lru_cache(maxsize=256)
def _shown(stored: str, values: _Values) -> tuple[Block, ...]:
    return filled(parse(stored), dict(values).__getitem__)


@lru_cache(maxsize=256)
def _printed(stored: str, values: _Values) -> str:
    return write(fixed(_shown(stored, values)))
