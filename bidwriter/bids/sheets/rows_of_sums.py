"""Which rows of a table are sums of other rows, found by adding up.

It knows numbers and names alone. A sum is of all lines above, of those since the last sum or
heading, of sums above, of one payer's lines, or of the lines beneath where sums stand in front.
Where both a sum and an honest line could look so, it is for somebody to decide.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from bidwriter.bids.sheets.adding_rows import Amounts, Claims, Row, Span, Stretch
from bidwriter.kinds.values import money

_NEAREST = 40  # rows looked through one by one; beyond them only whole sections, and all
_SECTIONS = 40
_PASSES = 3  # a sum that is found shows further ones: subtotals, their sums, a grand total

Standing = Literal["line", "sum", "suspect", "divides", "silent"]


class Verdict(NamedTuple):
    """ "sum": it is one. "sum?": it is taken for one, but ask. "line?": it is taken for a line, but
    ask. `why` is for the asking."""

    kind: Literal["sum", "sum?", "line?"]
    why: str = ""


def judge(rows: Sequence[Row]) -> dict[int, Verdict]:
    """The rows that are sums or may be, by number; all others are lines."""
    table = _Table(rows)
    for _ in range(_PASSES):
        if not table.look():
            break
    found = {row.number: table.verdict(at) for at, row in enumerate(rows)}
    return {number: verdict for number, verdict in found.items() if verdict}


class _Table:
    """The rows, and what each is taken for so far."""

    def __init__(self, rows: Sequence[Row]) -> None:
        named = any(row.name != "none" and row.claim is not None for row in rows)
        # Where no row has a name, lacking one says nothing.
        self._rows = [r if named or r.name != "none" else r._replace(name="other") for r in rows]
        self._standing = [_first_standing(row) for row in self._rows]
        self._readings = _readings(self._rows)
        self._add_up()

    def look(self) -> bool:
        """Take for suspects what adds up; whether any was found."""
        before = list(self._standing)
        down = range(len(self._rows))
        # From the foot too: of sums that stand in front of their rows the last shows first.
        for order in (down, reversed(down)):
            for at in order:
                if self._standing[at] == "line" and self._match(at):
                    self._standing[at] = "suspect"
            self._add_up()
        return before != self._standing

    def verdict(self, at: int) -> Verdict | None:
        """What the row is taken for in the end; None for a line."""
        row = self._rows[at]
        if row.claim is None:
            return Verdict("sum") if row.name == "sum" else None
        span = self._match(at) if self._standing[at] != "line" else None
        if span is None:
            return self._unmatched(at)
        if row.name == "sum" or (row.name == "none" and span.many > 1):
            return Verdict("sum")
        return Verdict("line?" if row.name == "other" else "sum?", self._same(span))

    def _unmatched(self, at: int) -> Verdict | None:
        row = self._rows[at]
        match row.name:
            case "sum":
                return Verdict("sum?", f"Its name is that of a sum, but {self._nearest(at)}")
            case "none":
                return Verdict("sum?", f"It has an amount and no name, and {self._nearest(at)}")
            case "maybe" if not row.is_worked:
                return Verdict("line?", f"Its name speaks of a total, but {self._nearest(at)}")
            case _:
                return None

    # --- words -------------------------------------------------------------------------------

    def _same(self, span: Span) -> str:
        if span.many == 1:
            return f"{self._told(span)} has the same amount, so this may be its sum and no cost"
        return f"{self._told(span)} come to the same, so this may be their sum and no cost"

    def _nearest(self, at: int) -> str:
        """ "rows 2 to 4 come to £450", of the sums that it could be the one nearest to it."""
        claim = self._rows[at].claim or 0
        spans = [span for span in self._spans(at, None) if span.edge and not span.group]
        if not spans:
            return "no other row has an amount that it could add up"
        span = min(spans, key=lambda span: (abs(span.total - claim), -span.many))
        told = self._told(span)
        comes = "comes" if span.many == 1 else "come"
        return f"{told[0].lower()}{told[1:]} {comes} to {_shown(span.total)}"

    def _told(self, span: Span) -> str:
        """ "Rows 2 to 4"."""
        if span.group and span.many > 1:
            return span.group
        first, last = (self._rows[at].number for at in (span.first, span.last))
        if span.many == 1:
            return f"Row {first}"
        return f"Rows {first} {'and' if span.many == 2 else 'to'} {last}"

    # --- adding up ---------------------------------------------------------------------------

    def _add_up(self) -> None:
        """The running sums, anew after a row is taken for something else."""
        kinds: list[tuple[Standing, ...]] = [("line",)]
        if "suspect" in self._standing:
            kinds.append(("line", "suspect"))
        self._stretches = [
            Stretch(self._rows, self._only(reading, [name in counted for name in self._standing]))
            for counted in kinds
            for reading in self._readings
        ]
        lines = [name == "line" for name in self._standing]
        self._groups = [
            (words, Stretch(self._rows, self._only(self._readings[0], lines, test)))
            for words, test in _groups(self._rows)
        ]
        sums = [r.claim if self._is_edge(at) else None for at, r in enumerate(self._rows)]
        self._sums = Stretch(self._rows, sums)
        self._edges = [at for at in range(len(self._rows)) if self._is_edge(at)]

    def _only(
        self, amounts: Amounts, counted: list[bool], test: Callable[[Row], bool] | None = None
    ) -> Amounts:
        told = zip(self._rows, amounts, counted, strict=True)
        return [amount if c and (test is None or test(row)) else None for row, amount, c in told]

    def _is_edge(self, at: int) -> bool:
        return self._standing[at] in ("divides", "sum", "suspect")

    def _match(self, at: int) -> Span | None:
        row = self._rows[at]
        if row.claim is None or (row.claim == 0 and row.name != "sum"):
            return None
        claims = row.claims
        spans = self._spans(at, claims)
        return next((span for span in spans if self._may_be(at, span, claims)), None)

    def _may_be(self, at: int, span: Span, claims: tuple[int, ...]) -> bool:
        """Whether the row may be this sum. Of many equal lines only the second is asked about."""
        row = self._rows[at]
        alone = span.many == 1 and row.name != "sum"
        if alone and "suspect" in self._standing[min(at, span.last) : max(at, span.first)]:
            return False
        return _is_sum(row, span, claims)

    def _spans(self, at: int, claims: Claims) -> Iterator[Span]:
        """What the row at `at` could be the sum of, the likeliest first: all that comes near to
        `claims`, or with None each section."""
        for stretch in self._stretches:
            yield from self._above(stretch, at, claims)
            yield from (span for span in self._below(stretch, at, claims) if _counts_below(span))
        yield from self._apart(at, claims)
        starts = self._edges_before(at)
        near = (start for start in reversed(starts) if self._sums.is_near(start, at, claims))
        sums = (self._sums.span(start, at) for start in near)
        yield from (span for span in sums if span.many > 1)

    def _apart(self, at: int, claims: Claims) -> Iterator[Span]:
        """Some of the lines above that do not stand together, not all."""
        whole = self._stretches[0].span(0, at).many
        for words, stretch in self._groups:
            if stretch.is_near(0, at, claims):
                span = stretch.span(0, at)._replace(group=words)
                if span.many < whole:
                    yield span

    def _above(self, stretch: Stretch, at: int, claims: Claims) -> Iterator[Span]:
        near = range(at - 1, max(-1, at - 1 - _NEAREST), -1)
        far = [edge + 1 for edge in self._edges_before(at - _NEAREST - 1)]
        for start in (*near, *reversed(far), 0):
            if stretch.is_near(start, at, claims):
                edge = self._edge_at(start - 1)
                if edge or claims is not None:
                    yield stretch.span(start, at)._replace(edge=edge)

    def _below(self, stretch: Stretch, at: int, claims: Claims) -> Iterator[Span]:
        many = len(self._rows)
        near = range(at + 2, min(many, at + 2 + _NEAREST))
        beyond = bisect_left(self._edges, at + 2 + _NEAREST)
        far = self._edges[beyond : beyond + _SECTIONS]
        for end in (*near, *far, many):
            if stretch.is_near(at + 1, end, claims):
                edge = self._edge_at(end)
                if edge or claims is not None:
                    yield stretch.span(at + 1, end)._replace(edge=edge)

    def _edges_before(self, at: int) -> list[int]:
        """The nearest edges above a row. All of them are never looked through: a table can have
        as many as rows."""
        end = bisect_left(self._edges, at)
        return self._edges[max(0, end - _SECTIONS) : end]

    def _edge_at(self, at: int) -> Literal["", "sure", "maybe"]:
        """What the row at `at`, or the end of the table, says of a section that ends there."""
        if not 0 <= at < len(self._rows):
            return "sure"
        if not self._is_edge(at):
            return ""
        return "maybe" if self._standing[at] == "suspect" else "sure"


def _first_standing(row: Row) -> Standing:
    if row.name == "sum":
        return "sum"
    if row.claim is None:
        return "divides" if row.divides else "silent"
    return "line"


def _is_sum(row: Row, span: Span, claims: tuple[int, ...]) -> bool:
    """Whether `row`, which claims one of `claims`, may be the sum `span`, by the amount and by
    what else it says."""
    slack = span.slack
    if span.has_pence and not any(claim % 100 for claim in claims):  # in pounds
        slack = max(slack, 99)
    if not any(abs(span.total - claim) <= slack for claim in claims):
        return False
    if row.name == "sum":
        return bool(span.edge)
    if row.is_worked and not (span.many > 1 and span.quantity == row.quantity):
        return False  # a line with a working of its own
    if span.group:  # of one line alone only where the row is called by it: "In kind"
        return span.many > 1 or row.name == "maybe"
    return span.many > 1 or span.edge == "sure"


def _counts_below(span: Span) -> bool:
    """Sums in front of their rows: of a whole section, or of so many that it is no accident."""
    return span.many > 2 or (span.many == 2 and bool(span.edge))


def _groups(rows: Sequence[Row]) -> list[tuple[str, Callable[[Row], bool]]]:
    """Lines that a sum may be of though they do not stand together."""
    payers = dict.fromkeys(row.payer for row in rows)
    return [
        *(("The lines above with one payer", lambda row, p=p: row.payer == p) for p in payers),
        ("The lines above that the fund does not pay", lambda row: row.payer not in ("", "fund")),
        ("The lines above without VAT", lambda row: not row.is_vat),
    ]


def _readings(rows: Sequence[Row]) -> list[Amounts]:
    """What each row adds to a sum: its stated total or what it comes to, whichever the table's
    author added up; bare unit costs where the table has nothing else."""
    stated = [row.total if row.total is not None else row.works for row in rows]
    worked = [row.works if row.works is not None else row.total for row in rows]
    if not any(amount is not None for amount in stated):
        return [[row.rate for row in rows]]
    return [stated] if stated == worked else [stated, worked]


def _shown(pence: int) -> str:
    return money.show(Decimal(pence) / 100)
