"""What may be wrong after joining, in words: a sentence for each thing to look at."""

from collections.abc import Iterable

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import row_at, table_at
from bidwriter.bids.joining.doubtful import Doubtful
from bidwriter.bids.telling.telling import question_name
from bidwriter.kinds.tables.cost_lines import CostLines
from bidwriter.rounds.second_language import LANGUAGES

_NOT_SEEN = "has not been seen by whoever marked it"


def sentences(bid: Bid, found: Iterable[Doubtful]) -> tuple[str, ...]:
    """A sentence for each thing to look at, without a stop; one for all answers whose marks may
    not hold. `bid` is the joined one."""
    several = tuple(found)
    marked = [one for one in several if one.kind == "finished"]
    others = (doubtful_words(bid, one) for one in several if one.kind != "finished")
    if len(marked) < 2:
        return (*(doubtful_words(bid, one) for one in marked), *others)
    *first, last = (f"“{question_name(bid, one.place)}”" for one in marked)
    names = f"{', '.join(first)} and {last}"
    said = f"{names} are still marked as finished, but what came in {_NOT_SEEN}: read them again"
    return (said, *others)


def doubtful_words(bid: Bid, one: Doubtful) -> str:
    """The sentence about one."""
    question = f"“{question_name(bid, one.place)}”"
    row = row_at(bid, one.place)
    name = f"“{row.title}” of {question}" if row else question
    match one.kind:
        case "finished":
            return (
                f"{question} is still marked as finished, but what came in {_NOT_SEEN}: read it "
                "again"
            )
        case "twice":
            is_cost = isinstance(table_at(bid, one.place), CostLines)
            counted = " and is counted twice" if is_cost else ""
            return (
                f"Each side added {name}: it stands twice{counted}. Take one out if they are the "
                "same"
            )
        case "renamed":
            return (
                f"{name} was “{one.was}” to whoever changed its other cells: see whether name and "
                "figures belong together"
            )
        case "moved":
            return f"Both sides moved {name}: it stands in the higher of the two places"
        case "not asked":
            return f"What came in for {question} is kept, but your other answers do not ask for it"
        case "asked no more":
            return f"{question} is not asked any more after what came in; its answer is kept"
        case "language" if one.was:
            return (
                f"The round that came in is not there in {LANGUAGES[one.was]}: the form is in "
                "English now"
            )
        case "language":
            mine, theirs = LANGUAGES.get(bid.language, "English"), _other_language(bid)
            return (
                f"The form is in {theirs} in the other copy and stays in {mine} here: change it if "
                "the bid is to be handed in in the other"
            )
        case "comment":
            return (
                f"{_writer(bid, one)} is about a row that was taken out: settle it, or bring the "
                "row back"
            )


def _other_language(bid: Bid) -> str:
    """There are two at most: a pack's own and one beside it."""
    return "English" if bid.language else " or ".join(LANGUAGES.values())


def _writer(bid: Bid, one: Doubtful) -> str:
    comment = next((c for c in bid.comments if c.id == one.place.row), None)
    return f"A comment by {comment.by.title}" if comment else "A comment"
