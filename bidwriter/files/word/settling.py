"""Drafts settled into blocks: what is left out goes, what belongs together is joined, and lists are
numbered in the order that is left."""

from dataclasses import dataclass

from bidwriter.files.word.blocks import Block, Cell, Paragraph, Row, Table
from bidwriter.files.word.drafts import CellDraft, Draft, ParagraphDraft, RowDraft, TableDraft
from bidwriter.files.word.here import Here
from bidwriter.files.word.labels import NONE, Labels
from bidwriter.files.word.numbering import Numbering


class Settling:
    """Settles the drafts of one story, once."""

    def __init__(self, here: Here, numbering: Numbering) -> None:
        self._here = here
        self._labels = Labels(numbering, here.budget)

    def blocks(self, drafts: list[Draft]) -> tuple[Block, ...]:
        """The blocks of a body, cell or text box."""
        made: list[Block] = []
        for draft in self._joined(drafts):
            if isinstance(draft, TableDraft):
                made.append(self._table(draft))
            else:
                made.append(self._paragraph(draft))
                made += self.blocks(draft.hanging)
        return tuple(made)

    def _paragraph(self, draft: ParagraphDraft) -> Paragraph:
        style = self._here.styles.paragraph(draft.style)
        is_gone = _ends_deleted(draft) and not draft.stands  # it would count for nothing
        label = NONE if is_gone else self._labels.next(draft, style)
        return Paragraph(
            tuple(draft.runs),
            style.name,
            style.level if draft.level is None else draft.level,
            *label,
            bookmarks=tuple(draft.bookmarks),
            controls=tuple(control.made() for control in draft.controls),
            number=draft.number,
            mark=draft.mark,
        )

    # --- paragraphs whose end was deleted ----------------------------------------------------

    def _joined(self, drafts: list[Draft]) -> list[Draft]:
        """Without what is left out; a paragraph whose end was deleted runs on in the next."""
        made: list[Draft] = []
        for draft in drafts:
            if isinstance(draft, TableDraft):
                made.append(draft)
                continue
            if draft.number in self._here.left_out:
                made += draft.hanging  # text boxes stand on their own
                continue
            before = made[-1] if made else None
            if isinstance(before, ParagraphDraft) and _ends_deleted(before):
                made[-1] = before.run_on(draft)
            else:
                made.append(draft)
        return made

    # --- tables ------------------------------------------------------------------------------

    def _table(self, draft: TableDraft) -> Table:
        shown = [row for row in draft.rows if not row.is_hidden]
        self._here.passed["row"] += len(draft.rows) - len(shown)
        rows = zip(shown, self._placed(shown), strict=True)
        return Table(
            tuple(
                Row(tuple(self._cell(place) for place in places), row.is_header, row.tracked)
                for row, places in rows
            ),
            draft.number,
            self._here.styles.of(draft.style).name,
        )

    def _cell(self, place: "_Place") -> Cell:
        return Cell(self.blocks(place.cell.blocks), place.column, place.span, place.rows)

    def _placed(self, rows: list[RowDraft]) -> list[list["_Place"]]:
        """The cells that begin in each row, and how far they reach."""
        made: list[list[_Place]] = []
        above: dict[int, _Place] = {}  # cells that may come down, by column
        for row in rows:
            places: list[_Place] = []
            now: dict[int, _Place] = {}
            column, before = row.before, None
            for cell in row.cells:
                came = above.get(column) if cell.joins == "continue" else None
                if cell.goes_on and before:
                    before.span += cell.span
                    self._covered(cell)
                elif came:
                    came.rows += 1
                    now[column], before = came, None
                    self._covered(cell)
                else:
                    before = _Place(cell, column, cell.span)
                    places.append(before)
                    if cell.joins:
                        now[column] = before
                column += cell.span
            above = now
            made.append(places)
        return made

    def _covered(self, cell: CellDraft) -> None:
        """Another cell lies over this one: what it says does not show."""
        paragraphs = (draft for draft in cell.blocks if isinstance(draft, ParagraphDraft))
        self._here.passed["hidden"] += any(paragraph.stands for paragraph in paragraphs)


def _ends_deleted(draft: ParagraphDraft) -> bool:
    return draft.mark is not None and draft.mark.sort == "deleted"


@dataclass(slots=True)
class _Place:
    """Where a cell begins and how far it reaches."""

    cell: CellDraft
    column: int
    span: int
    rows: int = 1
