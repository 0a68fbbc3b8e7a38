"""What is done to whole rows of a table: added, deleted, moved, copied. Each is one change."""

from collections.abc import Mapping
from typing import Any

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import add_rows, move_row, remove_row, set_cell
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.tables.rows import Row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session


class RowActions:
    """Changes to the rows of one question, each of which is a `noun`."""

    def __init__(
        self, session: Session, question: str, navigator: Navigator, noun: str = "row"
    ) -> None:
        self.session, self.question, self.navigator = session, question, navigator
        self.noun = noun

    def rows(self) -> tuple[Row, ...]:
        """All rows in the bid's order."""
        return rows_of(self.session.bid, self.question)

    def row(self, id_: str) -> Row | None:
        """The row with this id."""
        return next((row for row in self.rows() if row.id == id_), None)

    def set_cells(self, row: str, cells: Mapping[str, Leaf], join: str = "") -> None:
        """Set cells of a row. Raises NotAllowedError."""
        found = self.row(row)
        title = f"“{found.title}”" if found else f"a {self.noun}"
        self.session.edit(
            lambda bid: set_cell(bid, self.question, row, dict(cells)), f"Changed {title}", join
        )

    def added(self, rows: tuple[dict[str, Any], ...], words: str, after: str = "") -> str:
        """New rows as one change; the id of the first."""
        before = {row.id for row in self.rows()}

        def change(bid: Bid) -> Bid:
            return add_rows(bid, self.question, rows, after)

        self.session.break_typing()
        self.session.edit(change, words)
        return next((row.id for row in self.rows() if row.id not in before), "")

    def duplicate(self, row: str) -> str:
        """The same row again below; its id."""
        found = self.row(row)
        if found is None:
            return ""
        cells = found.model_dump(exclude={"id", "order"}, exclude_none=True)
        return self.added((cells,), f"Copied “{found.title}”", after=row)

    def delete(self, row: str) -> None:
        """Take a row out; the toast brings it back."""
        found = self.row(row)
        if found is not None:
            words = f"Deleted “{found.title}”"
            self.session.edit(lambda bid: remove_row(bid, self.question, row), words)
            self.navigator.say(words, undo=True)

    def move(self, row: str, by: int) -> None:
        """Move a row past its neighbour."""
        self.move_by(row, by)

    def move_by(self, row: str, steps: int) -> None:
        """Move a row this many places down, or up."""
        found = self.row(row)
        if found is not None:
            words = f"Moved “{found.title}”"
            self.session.edit(lambda bid: move_row(bid, self.question, row, steps), words)
