"""Sums that stand as thousands, pence or another money, as pounds, as far as that is settled."""

from collections.abc import Iterator
from decimal import Decimal

from bidwriter.bids.sheets.headings import Columns, column_name
from bidwriter.bids.sheets.money_marks import (
    AS_POUNDS,
    foreign_doubt,
    foreign_in,
    multiplied,
    scale_doubt,
    scale_in,
    without_sign,
)
from bidwriter.bids.sheets.row_read import RowRead
from bidwriter.bids.sheets.wanted import ACROSS, Wanted
from bidwriter.doubts import TO_NOTE, Doubt, Settled, Way


class Pounds:
    """Makes pounds of the sums of one sheet; `doubts` are what is to be asked."""

    def __init__(self, sheet_name: str, wanted: Wanted, settled: Settled) -> None:
        self._sheet_name, self._wanted, self._settled = sheet_name, wanted, settled
        self.doubts: list[Doubt] = []

    def converted(
        self, rows: list[RowRead], tables: list[Columns], words: list[tuple[int, str]]
    ) -> list[RowRead]:
        """The rows with their sums in pounds, as far as that is settled."""
        titles = [self._sheet_name, *(text for _, text in words)]
        said = next((t for t in titles if scale_in(t, title=True) != 1), "")
        for columns in tables:
            own = [row for row in rows if row.columns is columns]
            again = f"/row-{columns.start}" if columns is not tables[0] else ""
            changes = dict(self._changes(columns, own, said, again))
            if changes:
                made = {row.number: self._changed(row, changes) for row in own}
                rows = [made.get(row.number, row) for row in rows]
        return rows

    def _changes(
        self, columns: Columns, rows: list[RowRead], said: str, again: str
    ) -> Iterator[tuple[str, tuple[Decimal, Way | None]]]:
        """What is done to the sums of each column: multiplied by, and what with other money."""
        for at, key in enumerate(columns.keys):
            if key not in self._wanted.money and key[:1] != ACROSS:
                continue
            heading = columns.headings[at] if at < len(columns.headings) else ""
            cells = [row.named[key] for row in rows if key in row.named]
            where = column_name(heading, at)
            by = self._scale(f"scale/{at + 1}{again}", where, heading, said, cells)
            sign = foreign_in(heading) or next(filter(None, map(foreign_in, cells)), "")
            way: Way | None = None
            if sign and cells:
                id_ = f"currency/{at + 1}{again}"
                way = self._settled.get(id_, TO_NOTE)
                if id_ not in self._settled:
                    self.doubts.append(foreign_doubt(id_, where, heading, sign))
                if not foreign_in(heading) and way != AS_POUNDS:
                    way = way._replace(typed="signed")  # the cells alone that have a sign
            if by != 1 or way is not None:
                yield key, (by, way)

    def _scale(self, id_: str, where: str, heading: str, said: str, cells: list[str]) -> Decimal:
        by = scale_in(heading)
        words = heading
        if by == 1 and said:
            by, id_, where, words = scale_in(said, title=True), "scale", "The whole table", said
        if by == 1 or not any(multiplied(cell, by) != cell for cell in cells):
            return Decimal(1)
        way = self._settled.get(id_)
        if way is None and all(doubt.id != id_ for doubt in self.doubts):
            self.doubts.append(scale_doubt(id_, where, words, by, cells))
        return by if way is None else Decimal(way.typed)

    def _changed(self, row: RowRead, changes: dict[str, tuple[Decimal, Way | None]]) -> RowRead:
        named = dict(row.named)
        for key, (by, way) in changes.items():
            cell = named.get(key, "")
            if not cell:
                continue
            if way is not None:
                is_other = way.typed != "signed" or foreign_in(cell)
                if way == AS_POUNDS:
                    cell = without_sign(cell)
                elif is_other:
                    del named[key]
                    if way.kind == TO_NOTE.kind:
                        heading = row.columns.heading_of(key)
                        told = f"{heading}: {cell}" if heading else cell
                        named["note"] = "; ".join(filter(None, [named.get("note", ""), told]))
                    continue
            named[key] = multiplied(cell, by)
        return row._replace(named=named)
