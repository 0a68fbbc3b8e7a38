"""What is done to whole cost lines: as to other rows, but that who pays keeps lines together."""

from typing_extensions import override

from bidwriter.bids.sheets.taking_in import Pasted
from bidwriter.kinds.tables.cost_lines import CostLine
from bidwriter.ui.answers.row_table.row_actions import RowActions


class LineActions(RowActions):
    """Changes to the lines of one question."""

    def line(self, row: str) -> CostLine | None:
        """The line with this id."""
        found = self.row(row)
        return found if isinstance(found, CostLine) else None

    def lines(self) -> list[CostLine]:
        """All lines in the bid's order."""
        return [row for row in self.rows() if isinstance(row, CostLine)]

    def add(self, beside: str = "") -> str:
        """A new line, after another and with its payer where there is one; its id."""
        near = self.line(beside)
        cells = {"payer": near.payer} if near and near.payer else {}
        return self.added((cells,), "Added a cost line", after=near.id if near else "")

    def paste(self, pasted: Pasted) -> str:
        """All pasted lines as one change; the id of the first."""
        many = len(pasted.rows)
        words = "Pasted 1 line" if many == 1 else f"Pasted {many} lines"
        first = self.added(pasted.rows, words)
        self.navigator.say(words, undo=True)
        return first

    @override
    def move(self, row: str, by: int) -> None:
        """Move a line past its neighbour among those with the same payer."""
        line, lines = self.line(row), self.lines()
        if line is None:
            return
        group = [other for other in lines if other.payer == line.payer]
        to = group.index(line) + by
        if 0 <= to < len(group):
            self.move_by(row, lines.index(group[to]) - lines.index(line))
