"""Tables of a story: what their rows and cells say of themselves."""

from bidwriter.files.office.parts import attribute, is_on
from bidwriter.files.word.drafts import CellDraft, RowDraft, TableDraft
from bidwriter.files.word.here import Closer, Handler, Here, tracked
from bidwriter.files.word.styles import small

MOST_COLUMNS = 100  # that one cell is taken to span; Word has 63


class Tables:
    """Hears tables, rows and cells."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._tables = 0
        self.handlers: dict[str, Handler] = {
            "w:tbl": self._on_table,
            "w:tblPr/tblStyle": self._on_table_style,
            "w:tr": self._on_row,
            "w:trPr/tblHeader": self._on_row_header,
            "w:trPr/gridBefore": self._on_row_before,
            "w:trPr/hidden": self._on_row_hidden,
            "w:trPr/ins": self._on_row_inserted,
            "w:trPr/del": self._on_row_deleted,
            "w:tc": self._on_cell,
            "w:tcPr/gridSpan": self._on_span,
            "w:tcPr/vMerge": self._on_joined,
            "w:tcPr/hMerge": self._on_goes_on,
        }

    def _on_table(self, _attributes: dict[str, str]) -> Closer:
        self._here.budget.one_more()
        self._tables += 1
        table = TableDraft(self._tables)
        self._here.list.append(table)
        self._here.open.append(table)
        return self._here.close

    def _on_table_style(self, attributes: dict[str, str]) -> None:
        if table := self._here.table:
            table.style = attribute(attributes, "val")

    def _on_row(self, _attributes: dict[str, str]) -> Closer:
        table = self._here.table
        if table is None:
            return None
        self._here.budget.one_more()
        table.rows.append(RowDraft())
        self._here.open.append(table.rows[-1])
        return self._here.close

    def _on_row_header(self, attributes: dict[str, str]) -> None:
        if row := self._here.row:
            row.is_header = is_on(attributes)

    def _on_row_before(self, attributes: dict[str, str]) -> None:
        if row := self._here.row:
            row.before = min(small(attribute(attributes, "val")) or 0, MOST_COLUMNS)

    def _on_row_hidden(self, attributes: dict[str, str]) -> None:
        if row := self._here.row:
            row.is_hidden = is_on(attributes)

    def _on_row_inserted(self, attributes: dict[str, str]) -> None:
        if row := self._here.row:
            row.tracked = row.tracked or tracked("inserted", attributes)

    def _on_row_deleted(self, attributes: dict[str, str]) -> None:
        if row := self._here.row:
            row.tracked = tracked("deleted", attributes)

    def _on_cell(self, _attributes: dict[str, str]) -> Closer:
        row = self._here.row
        if row is None:
            return None
        self._here.budget.one_more()
        row.cells.append(CellDraft())
        self._here.open.append(row.cells[-1].blocks)
        return self._here.close

    def _on_span(self, attributes: dict[str, str]) -> None:
        if cell := self._here.cell:
            cell.span = min(max(small(attribute(attributes, "val")) or 1, 1), MOST_COLUMNS)

    def _on_joined(self, attributes: dict[str, str]) -> None:
        if cell := self._here.cell:
            cell.joins = attribute(attributes, "val") or "continue"

    def _on_goes_on(self, attributes: dict[str, str]) -> None:
        if cell := self._here.cell:
            cell.goes_on = attribute(attributes, "val") != "restart"
