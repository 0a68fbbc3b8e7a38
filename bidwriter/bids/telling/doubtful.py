"""What may be wrong after joining, in words: a sentence for each thing to look at."""

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import row_at, table_at
from bidwriter.bids.joining.doubtful import Doubtful
from bidwriter.bids.telling.telling import question_name
from bidwriter.kinds.tables.cost_lines import CostLines


def doubtful_words(bid: Bid, one: Doubtful) -> str:
    """The sentence, without a stop; `bid` is the joined one."""
    question = f"“{question_name(bid, one.place)}”"
    row = row_at(bid, one.place)
    name = f"“{row.title}” of {question}" if row else question
    match one.kind:
        case "finished":
            return (
                f"{question} is still marked as finished, but words came in that whoever marked it "
                "has not seen: read it again"
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
        case "comment":
            return (
                f"{_writer(bid, one)} is about a row that was taken out: settle it, or bring the "
                "row back"
            )


def _writer(bid: Bid, one: Doubtful) -> str:
    comment = next((c for c in bid.comments if c.id == one.place.row), None)
    return f"A comment by {comment.by.title}" if comment else "A comment"
