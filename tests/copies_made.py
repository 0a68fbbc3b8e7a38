"""Joan's bid and the copies that came back from three partners, as files for the window.

They disagree on the first paragraph of the approach (Ruth), on a unit cost (Mark) and on a line
that Joan took out and Ann changed; the rest joins by itself.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from copying import Desk
from making import NOW, sample

from bidwriter.bids.bid import rebuilt
from bidwriter.bids.cells import rows_of
from bidwriter.bids.comment import Comment
from bidwriter.bids.editing import add_rows, remove_row
from bidwriter.bids.person import Person
from bidwriter.files.container.bid_file import bid_bytes

LEAST = "Two is here, and it is as it was."


class Team(NamedTuple):
    """Everybody's desk."""

    joan: Desk
    ruth: Desk
    mark: Desk
    ann: Desk


def text(one: str, three: str = "Three is here.") -> str:
    """The approach with other words for its first and last paragraph."""
    return f"{one}\n\n{LEAST}\n\n{three}"


@cache
def team() -> Team:
    """What everybody did since Joan sent the copies: worked out once, and never changed."""
    base = Desk("Joan", sample()).types("approach", text("One is as it was here.")).later(60)
    cost, line = (f"cost-lines/{rows_of(base.bid, 'cost-lines')[at].id}" for at in (0, 4))
    joan = base.types("approach", text("One is really as it was here."))
    joan = joan.types(f"{cost}/unit-cost", "245")
    joan = joan.saves(remove_row(joan.bid, "cost-lines", line.split("/")[1]))
    ruth = base.sends("Ruth").types(
        "approach", text("One is as it was here today.", "Three is new.")
    )
    ruth = ruth.types("title", "Moving once")
    mark = base.sends("Mark").types(f"{cost}/unit-cost", "260")
    van = {"what": "Van", "quantity": "2", "unit": "days", "unit-cost": "90", "payer": "fund"}
    mark = mark.saves(add_rows(mark.bid, "cost-lines", (van,)))
    ann = base.sends("Ann").types(f"{line}/note", "Vouchers")
    said = Comment(
        id="said1", about="approach", by=Person(id="ann", name="Ann"), when=NOW, text="Is it so?"
    )
    ann = ann.saves(rebuilt(ann.bid, comments=(said,)))
    return Team(joan, ruth, mark, ann)


def write(folder: Path, desk: Desk, name: str = "") -> Path:
    """Somebody's copy as a file."""
    path = folder / (name or f"{desk.who.lower()}.bid")
    path.write_bytes(bid_bytes(desk.bid, {}, desk.history, {}))
    return path


def files(folder: Path) -> tuple[Path, tuple[Path, Path, Path]]:
    """Joan's file, and the three that came back."""
    made = team()
    others = (made.ruth, made.mark, made.ann)
    ruth, mark, ann = (write(folder, other) for other in others)
    return write(folder, made.joan), (ruth, mark, ann)
