"""What the page of a conflict says and offers. Pure words, no widgets."""

from collections.abc import Callable
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.conflict import Conflict
from bidwriter.bids.costs.totals import totals
from bidwriter.bids.joining.deciding import both_words, can_take_both
from bidwriter.bids.leaves import leaf_at
from bidwriter.bids.places import Place, read_place
from bidwriter.bids.printing.limits import Use, use_of_limit, words_in
from bidwriter.bids.telling.conflicts import mine_of, side_words, theirs_of
from bidwriter.bids.telling.values import leaf_words, typed_words
from bidwriter.desk.decisions import Choice, Decision, Work
from bidwriter.desk.whose import Story
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.kinds.values.money import show

_BOTH, _MINE, _THEIRS, _OTHER = "both", "mine", "theirs", "other"


class Option(NamedTuple):
    """A choice: its key, title, and what it comes to."""

    key: str
    title: str
    words: str


def crumbs(work: Work, conflict: Conflict) -> str:
    """ "Decision 2 of 3  ·  The case, question 2"."""
    at = [c.id for c in work.conflicts].index(conflict.id) + 1
    place = where(work.joined, conflict.place)
    return "  ·  ".join([f"Decision {at} of {len(work.conflicts)}", *([place] if place else [])])


def where(bid: Bid, place: Place) -> str:
    """ "The case, question 2"; "" where no question is concerned."""
    id_ = place.question
    question = bid.round.by_id.get(id_)
    section = next((s for s in bid.round.sections for t in s.tasks if id_ in t.questions), None)
    if question is None or section is None:
        return ""
    if question.number:
        return f"{section.title}, question {question.number}"
    return f"{section.title}, {question.name}"


def hint(conflict: Conflict) -> str:
    """How to read the marks."""
    if not conflict.base_known:
        return "Nobody can say who changed what: words that only one of you has are underlined"
    if conflict.kind == "prose":
        return "New words are underlined, words taken out are struck through"
    return "New values are underlined, what stood there before is struck through"


def options(
    preview: Callable[[Decision], Bid], story: Story, conflict: Conflict, bid: Bid
) -> tuple[Option, ...]:
    """What can be chosen, and what each comes to; `preview` is the bid after a decision."""
    found = []
    if can_take_both(conflict):
        found.append(Option(_BOTH, "Use both", ""))
    found.append(Option(_MINE, "Keep yours", ""))
    found.append(Option(_THEIRS, f"Use {story.side(conflict).whose}", ""))
    if conflict.kind == "prose":
        found.append(Option(_OTHER, "Write it again", "start from either"))
    elif can_be_typed(bid, conflict):
        found.append(Option(_OTHER, "Write another", "neither of the two"))
    return tuple(
        option._replace(words=option.words or _comes_to(preview, conflict, option.key, bid))
        for option in found
    )


def _comes_to(preview: Callable[[Decision], Bid], conflict: Conflict, key: str, bid: Bid) -> str:
    """ "148 of 150 words", "£245", "taken out"."""
    if conflict.kind == "prose":
        words = both_words(conflict) if key == _BOTH else ""
        return used(preview(decision_of(key, words)), conflict)
    leaves = theirs_of(conflict) if key == _THEIRS else mine_of(conflict)
    return _short(side_words(bid, conflict, leaves))


def decision_of(key: str, words: str = "") -> Decision:
    """A choice by its key."""
    choices: dict[str, Choice] = {"both": "both", "theirs": "theirs", "other": "other"}
    return Decision(choices.get(key, "mine"), words if key in (_BOTH, _OTHER) else "")


def used(bid: Bid, conflict: Conflict) -> str:
    """How many words the whole answer then has."""
    use = use_in(bid, conflict)
    if use is None:
        return f"{many_words(bid, conflict):,} words"
    over = f", {-use.left:,} too many" if use.left < 0 else ""
    return f"{use.used:,} of {use.limit:,} {use.unit}{over}"


def use_in(bid: Bid, conflict: Conflict) -> Use | None:
    """How much of its limit the answer uses."""
    return use_of_limit(bid, bid.round.by_id[conflict.place])


def many_words(bid: Bid, conflict: Conflict) -> int:
    """The words of the answer."""
    return words_in(bid, bid.round.by_id[conflict.place])


def can_be_typed(bid: Bid, conflict: Conflict) -> bool:
    """Whether a third value can be typed: one cell, and no yes or no."""
    leaves = (conflict.parts[0].mine, conflict.parts[0].theirs, conflict.parts[0].base)
    if conflict.kind != "cell" or any(isinstance(leaf, bool) for leaf in leaves):
        return False
    read = read_place(conflict.place)
    if read.root == "attachments":
        return read.field in ("", "about")
    question = bid.round.by_id.get(read.root)
    return read.root in ("evidence", "own-deadline") or question is not None


def start_of(bid: Bid, conflict: Conflict) -> str:
    """What typing another value begins with."""
    part = conflict.parts[0]
    return typed_words(bid, part.place, part.mine if part.mine is not None else part.theirs)


def value_after(bid: Bid, conflict: Conflict) -> str:
    """What stands there in `bid`, in words."""
    leaves: dict[Place, Leaf] = {p.place: leaf_at(bid, p.place) for p in conflict.parts}
    if conflict.kind == "cell":
        return leaf_words(bid, conflict.place, leaves[conflict.place]) or "Nothing"
    words = side_words(bid, conflict, leaves)
    return words[:1].upper() + words[1:]


def consequence(bid: Bid, conflict: Conflict) -> str:
    """What a choice does to the money: "You ask the fund for £78,400"."""
    question = bid.round.by_id.get(conflict.place.question)
    if not isinstance(question, CostLines):
        return ""
    return f"You then ask the fund for {show(totals(bid).fund)}"


def _short(words: str) -> str:
    return words if len(words) <= 70 else f"{words[:67].rstrip()}..."
