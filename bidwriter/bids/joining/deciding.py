"""Deciding a conflict: mine, theirs, both or other words, as bid → bid functions."""

from typing import Literal

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.conflict import Conflict
from bidwriter.bids.joining.similar import alike
from bidwriter.bids.joining.words import both
from bidwriter.bids.leaves import leaves_of, with_leaves
from bidwriter.bids.places import Place
from bidwriter.bids.typed.setting import set_typed
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.values.rich_text import too_long_words
from bidwriter.prose.blocks import Block
from bidwriter.prose.markdown import is_too_long, parse, write

Choice = Literal["mine", "theirs", "other"]
_THE_SAME = 0.5
Blocks = tuple[Block, ...]


def decide(bid: Bid, conflict: Conflict, choice: Choice, words: str = "") -> Bid:
    """`bid` with one conflict decided. `words` are those of "other": Markdown in prose, what an
    officer would type in a cell. Raises NotAllowedError where a cell cannot take them."""
    if conflict.kind == "prose":
        text = {"mine": None, "theirs": str(conflict.parts[0].theirs or ""), "other": words}[choice]
        decided = bid if text is None else _with_passage(bid, conflict, text, choice)
    elif choice == "theirs":
        decided = _with_theirs(bid, conflict)
    elif choice == "other":
        decided = set_typed(bid, conflict.place, words)
    else:
        decided = bid
    rest = tuple(c for c in decided.conflicts if c.id != conflict.id)
    return rebuilt(decided, conflicts=rest)


def as_it_was(bid: Bid, conflict: Conflict) -> Bid:
    """`bid` as if neither side had changed what the conflict is about, and without it. What was
    changed since the conflict was found stays as it is, and the conflict with it."""
    if conflict.kind == "prose":
        (part,) = conflict.parts
        if not part.mine or _stands(bid, conflict) is None:
            return bid
        was = _with_passage(bid, conflict, str(part.base or ""), "theirs")
    else:
        leaves = leaves_of(bid)
        if any(leaves.get(part.place) != part.mine for part in conflict.parts):
            return bid
        was = with_leaves(bid, {part.place: part.base for part in conflict.parts})
    return rebuilt(was, conflicts=tuple(c for c in was.conflicts if c.id != conflict.id))


def can_take_both(conflict: Conflict) -> bool:
    """Whether the two can stand together: words can, figures cannot."""
    part = conflict.parts[0]
    return (
        conflict.kind == "prose"
        and isinstance(part.mine, str) and isinstance(part.theirs, str)
        and bool(part.mine) and bool(part.theirs)
    )  # fmt: skip


def both_words(conflict: Conflict) -> str:
    """What "use both" begins with, for a person to read and mend."""
    part = conflict.parts[0]
    return both(*(str(leaf or "") for leaf in (part.base, part.mine, part.theirs)))


def _with_theirs(bid: Bid, conflict: Conflict) -> Bid:
    wanted: dict[Place, Leaf] = {part.place: part.theirs for part in conflict.parts}
    if conflict.kind == "deleted" and all(part.theirs is None for part in conflict.parts):
        item = min((part.place for part in conflict.parts), key=len)
        wanted |= {p: None for p in leaves_of(bid) if item.holds(p)}
    return with_leaves(bid, wanted)


def _with_passage(bid: Bid, conflict: Conflict, text: str, choice: Choice) -> Bid:
    """The answer with the passage that the conflict is about replaced. Theirs may make it too long
    for one answer, which the checks then say: only what is typed is refused."""
    blocks = parse(str(bid.answer(conflict.place) or ""))
    start, end = passage(blocks, conflict)
    now = (*blocks[:start], *parse(text), *blocks[end:])
    words = write(now)
    if choice == "other" and is_too_long(words):
        raise NotAllowedError(f"Take out some words: {too_long_words(len(words))}")
    return with_leaves(bid, {conflict.place: words or None})


def passage(blocks: tuple[Block, ...], conflict: Conflict) -> tuple[int, int]:
    """Which paragraphs of the answer as it is now the conflict is about: those that mine had; if
    they were changed since, those that are most like them; else the spot after the paragraph
    that stood before."""
    mine = parse(str(conflict.parts[0].mine or ""))
    before = parse(conflict.after)[-1:]
    if mine:
        many = len(mine)
        found = _exactly(blocks, mine, before)
        if found is not None:
            return found, found + many
        best = _most_like(blocks, mine[0])
        if best is not None:
            return best, min(best + many, len(blocks))
    if not before:
        return (0, 0)
    spot = _most_like(blocks, before[0])
    after = len(blocks) if spot is None else spot + 1
    return after, after


def _stands(bid: Bid, conflict: Conflict) -> int | None:
    """Where mine stands in the answer, word for word."""
    blocks = parse(str(bid.answer(conflict.place) or ""))
    return _exactly(blocks, parse(str(conflict.parts[0].mine or "")), parse(conflict.after)[-1:])


def _exactly(blocks: Blocks, wanted: Blocks, before: Blocks) -> int | None:
    """Where these paragraphs stand; of several that read the same, in their old place."""
    many = len(wanted)
    starts = [i for i in range(len(blocks) - many + 1) if blocks[i : i + many] == wanted]
    in_place = (i for i in starts if blocks[max(0, i - 1) : i] == before)
    return next(in_place, starts[0] if starts else None)


def _most_like(blocks: tuple[Block, ...], wanted: Block) -> int | None:
    """Which of the blocks is this one, or was before somebody changed it; None if none is."""
    best = max(range(len(blocks)), key=lambda i: alike(blocks[i], wanted), default=None)
    return best if best is not None and alike(blocks[best], wanted) >= _THE_SAME else None
