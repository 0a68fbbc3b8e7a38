"""What is done to whole cost lines: added, deleted, moved, copied, pasted. Each is one change."""

from typing import Any

from bidwriter.bids.bid import Bid
from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import add_rows, move_row, remove_row, set_cell
from bidwriter.bids.sheets.taking_in import Pasted
from bidwriter.kinds.frozen import Leaf
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.session import Session


class LineActions:
    """Changes to the lines of one question."""

    def __init__(self, session: Session, question: str, navigator: Navigator) -> None:
        self._session = session
        self._question = question
        self._navigator = navigator

    def line(self, row: str) -> CostLine | None:
        """The line with this id."""
        return next((line for line in self.lines() if line.id == row), None)

    def lines(self) -> list[CostLine]:
        """All lines in the bid's order."""
        rows = rows_of(self._session.bid, self._question)
        return [row for row in rows if isinstance(row, CostLine)]

    def set_cells(self, row: str, cells: dict[str, Leaf], join: str = "") -> None:
        """Set cells of a line. Raises NotAllowedError."""
        line = self.line(row)
        title = line.title if line else "a cost line"
        self._session.edit(
            lambda bid: set_cell(bid, self._question, row, cells), f"Changed “{title}”", join
        )

    def add(self, beside: str = "") -> str:
        """A new line, after another and with its payer where there is one; its id."""
        near = self.line(beside)
        cells = {"payer": near.payer} if near and near.payer else {}
        return self._added((cells,), "Added a cost line", after=near.id if near else "")

    def duplicate(self, row: str) -> str:
        """The same line again below; its id."""
        line = self.line(row)
        if line is None:
            return ""
        cells = line.model_dump(exclude={"id", "order"}, exclude_none=True)
        return self._added((cells,), f"Copied “{line.title}”", after=row)

    def paste(self, pasted: Pasted) -> str:
        """All pasted lines as one change; the id of the first."""
        many = len(pasted.rows)
        words = "Pasted 1 line" if many == 1 else f"Pasted {many} lines"
        first = self._added(pasted.rows, words)
        self._navigator.say(words, undo=True)
        return first

    def _added(self, rows: tuple[dict[str, Any], ...], words: str, after: str = "") -> str:
        before = {line.id for line in self.lines()}

        def change(bid: Bid) -> Bid:
            return add_rows(bid, self._question, rows, after)

        self._session.break_typing()
        self._session.edit(change, words)
        return next((line.id for line in self.lines() if line.id not in before), "")

    def delete(self, row: str) -> None:
        """Take a line out; the toast brings it back."""
        line = self.line(row)
        if line is not None:
            words = f"Deleted “{line.title}”"
            self._session.edit(lambda bid: remove_row(bid, self._question, row), words)
            self._navigator.say(words, undo=True)

    def move(self, row: str, by: int) -> None:
        """Move a line past its neighbour among those with the same payer."""
        line, lines = self.line(row), self.lines()
        if line is None:
            return
        group = [other for other in lines if other.payer == line.payer]
        to = group.index(line) + by
        if 0 <= to < len(group):
            steps = lines.index(group[to]) - lines.index(line)
            self._session.edit(
                lambda bid: move_row(bid, self._question, row, steps), f"Moved “{line.title}”"
            )
