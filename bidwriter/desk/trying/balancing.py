"""Cost lines that keep to all of a round's rules of money at once, or the proof that none can.

What the checks themselves choose and share out of lines of every shape is asked of them; from that
the bounds of the sums are read.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import islice, product
from math import prod
from typing import NamedTuple

from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.groups import tables
from bidwriter.bids.leaves import with_answer
from bidwriter.checks.named.chosen_costs import Chosen, CostBetween, CostShare, chosen_sums
from bidwriter.checks.named.costs import ContributionShare, CostCap, CostMinimum
from bidwriter.desk.trying.costs import Shape, lines_of, usual_category, usual_year
from bidwriter.desk.trying.holding import Held
from bidwriter.desk.trying.setting import Setting
from bidwriter.desk.trying.sums import Bound, TooManyError, amounts, no_more
from bidwriter.kinds.cells.councils import ALL
from bidwriter.kinds.kinds import Value
from bidwriter.kinds.tables.cost_lines import PAYERS, CostLines, Payer

OF_MONEY = (CostCap, CostMinimum, CostBetween, CostShare, ContributionShare)
_MOST_SHAPES, _MOST_CHOICES, _MOST_YEARS = 120, 64, 5
_EACH = Decimal(1200)  # of the lines that the checks are asked about
_USUAL: tuple[tuple[Payer, int], ...] = (("fund", 1000), ("in-kind", 200), ("cash", 200))
_PENNY = Decimal("0.01")


class Line(NamedTuple):
    """A line that could be: its table, and its shape."""

    table: CostLines
    shape: Shape


class Rules(NamedTuple):
    """The rules of money as bounds: for each rule the ways to keep it, one of which will do."""

    lines: tuple[Line, ...]
    ways: tuple[tuple[tuple[Bound, ...], ...], ...]


# --- the lines that could be ------------------------------------------------------------------


def _lines(bid: Bid, setting: Setting, held: list[Held], years: int) -> tuple[Line, ...]:
    chosen = [one.params for one in held if isinstance(one.params, Chosen)]
    found: list[Line] = []
    for table, _ in tables(bid):
        shapes = list(islice(_shapes(table, setting, chosen, years), _MOST_SHAPES + 1))
        if len(shapes) > _MOST_SHAPES:
            raise TooManyError
        found += [Line(table, shape) for shape in shapes]
    if len(found) > _MOST_SHAPES:
        raise TooManyError
    return tuple(found)


def _shapes(
    table: CostLines, setting: Setting, chosen: list[Chosen], years: int
) -> Iterator[Shape]:
    """Every shape that the rules tell apart, and of what they do not name one."""
    offered = [option.id for option in table.kinds_of_cost]
    named = [one.category for one in chosen if one.category in offered]
    other = next((id_ for id_ in offered if id_ not in named), usual_category(table))
    first = usual_year(setting)
    when = [one.year for one in chosen if one.year not in (None, "each")]
    when += [str(first + more) for more in range(years)]
    principles = [one.principle for one in chosen if one.principle]
    free = [p.number for p in setting.round.principles if p.number not in principles]
    councils = [ALL, *(one.council for one in chosen if one.council not in (None, "each", "lead"))]
    parts: tuple[list, ...] = (  # type: ignore[type-arg]
        list(table.ways_of_paying), [other, *named],
        [free[0] if free else None, *principles], councils, when,
    )  # fmt: skip
    for payer, category, principle, council, year in product(*(dict.fromkeys(p) for p in parts)):
        yield Shape(payer, category, principle, council, year)


def _with_lines(
    bid: Bid, setting: Setting, lines: tuple[Line, ...], sums: list[Decimal]
) -> tuple[Bid, dict[str, Value]]:
    """`bid` with these lines in its tables, and their rows by table."""
    answers: dict[str, Value] = {}
    for table, _ in tables(bid):
        pairs = zip(lines, sums, strict=True)
        mine = [(line.shape, amount) for line, amount in pairs if line.table.id == table.id]
        answers[table.id] = lines_of(table, setting, mine)
    for id_, rows in answers.items():
        bid = with_answer(bid, id_, rows)
    return bid, answers


# --- what the rules say of them ---------------------------------------------------------------


def rules_of(bid: Bid, setting: Setting, held: list[Held], years: int) -> Rules:
    """The rules of money of a bid. Raises TooManyError."""
    lines = _lines(bid, setting, held, years)
    full, _ = _with_lines(bid, setting, lines, [_EACH] * len(lines))
    at = {}
    for table, rows in tables(full):
        mine = [n for n, line in enumerate(lines) if line.table.id == table.id]
        at.update({(table.id, row.id): n for row, n in zip(rows, mine, strict=True)})
    ways = [way for one in held if (way := tuple(_ways(full, lines, at, one.params)))]
    return Rules(lines, tuple(ways))


def _ways(
    bid: Bid, lines: tuple[Line, ...], at: dict[tuple[str, str], int], params: object
) -> Iterator[tuple[Bound, ...]]:
    """The ways to keep one rule."""
    asked = _paid(lines, "fund")
    match params:
        case CostCap():
            yield (no_more(asked, Fraction(params.max)),)
        case CostMinimum():
            yield (Bound(asked, Fraction(params.min)),)
            if params.or_nothing:
                yield (no_more(asked, Fraction(0)),)
        case ContributionShare():
            given = _paid(lines, "cash") if params.cash_only else _paid(lines, "cash", "in-kind")
            share = Fraction(params.min_percent, 100)
            yield (Bound(tuple(one - share for one in given), Fraction(0)),)
        case CostBetween():
            yield from _between(_chosen(bid, len(lines), at, params), params)
        case CostShare():
            sums = _chosen(bid, len(lines), at, params)
            of = asked if params.of == "grant" else tuple(Fraction(1) for _ in lines)
            yield tuple(bound for one in sums for bound in _share(one, of, params))
            if params.of == "grant":  # of no grant there is no share
                yield (no_more(asked, Fraction(0)),)


def _paid(lines: tuple[Line, ...], *payers: Payer) -> tuple[Fraction, ...]:
    return tuple(Fraction(line.shape.payer in payers) for line in lines)


def _chosen(
    bid: Bid, many: int, at: dict[tuple[str, str], int], params: Chosen
) -> list[tuple[Fraction, ...]]:
    """Of each sum that a check looks at, how much of each line it chooses."""
    found = []
    for one in chosen_sums(bid, params):
        shares = [Fraction(0)] * many
        for part in one.parts:
            shares[at[part.question, part.line.id]] += Fraction(part.amount) / Fraction(_EACH)
        found.append(tuple(shares))
    return found


def _between(sums: list[tuple[Fraction, ...]], params: CostBetween) -> Iterator[tuple[Bound, ...]]:
    found = []
    for one in sums:
        if params.min is not None:
            found.append(Bound(one, Fraction(params.min)))
        if params.max is not None:
            found.append(no_more(one, Fraction(params.max)))
    yield tuple(found)
    if params.or_nothing:
        yield tuple(no_more(one, Fraction(0)) for one in sums)


def _share(
    one: tuple[Fraction, ...], of: tuple[Fraction, ...], params: CostShare
) -> Iterator[Bound]:
    for percent, is_least in ((params.min_percent, True), (params.max_percent, False)):
        if percent is not None:
            share = Fraction(percent, 100)
            over = tuple(a - share * b for a, b in zip(one, of, strict=True))
            yield Bound(over, Fraction(0)) if is_least else no_more(over, Fraction(0))


# --- lines that keep to them ------------------------------------------------------------------


def balanced(bid: Bid, setting: Setting, held: list[Held]) -> Iterator[dict[str, Value]]:
    """Answers to the cost tables that should keep to the rules of money, the likeliest first."""
    held = [one for one in held if isinstance(one.params, OF_MONEY)]
    if all(table.optional for table, _ in tables(bid)):
        last: dict[str, Value] | None = {table.id: () for table, _ in tables(bid)}
    else:
        last = None
    for years in (1, 2, _MOST_YEARS):
        try:
            rules = rules_of(bid, setting, held, years)
            yield from _answers(bid, setting, rules)
        except TooManyError:
            break
    if last is not None:
        yield last


def _answers(bid: Bid, setting: Setting, rules: Rules) -> Iterator[dict[str, Value]]:
    every = tuple(Fraction(1) for _ in rules.lines)
    some = [
        Bound(tuple(Fraction(line.table.id == table.id) for line in rules.lines), Fraction(1))
        for table, _ in tables(bid)
    ]
    usual = [Bound(_paid(rules.lines, payer), Fraction(least)) for payer, least in _USUAL]
    for further, margin in (
        ([*some, *usual], 1),
        (some, 1),
        (some, 0),
        ([Bound(every, Fraction(1))], 0),
    ):
        last = tuple(way[-1] for way in rules.ways)  # nothing wherever nothing is fine
        for chosen in (*islice(product(*rules.ways), _MOST_CHOICES), last):
            bounds = [_within(bound, margin) for way in chosen for bound in way]
            found = amounts([*further, *bounds], len(rules.lines))
            if found is not None:
                yield _kept(bid, setting, rules.lines, found)
                break


def _within(bound: Bound, margin: int) -> Bound:
    """A bound kept with something to spare, so that whole pence keep it too."""
    return bound._replace(least=bound.least + margin) if any(bound.of) else bound


def _kept(
    bid: Bid, setting: Setting, lines: tuple[Line, ...], found: tuple[Fraction, ...]
) -> dict[str, Value]:
    """The lines that come to something; in a table without any, one that comes to nothing."""
    pence = [Decimal(round(one * 100)) * _PENNY for one in found]
    pairs = [(line, sum_) for line, sum_ in zip(lines, pence, strict=True) if sum_]
    for table, _ in tables(bid):
        if not any(line.table.id == table.id for line, _ in pairs) and not table.optional:
            pairs.append((next(line for line in lines if line.table.id == table.id), Decimal(0)))
    _, answers = _with_lines(bid, setting, tuple(p[0] for p in pairs), [p[1] for p in pairs])
    return answers


# --- the proof that there are none ------------------------------------------------------------


def is_impossible(bid: Bid, setting: Setting, held: list[Held]) -> bool:
    """Whether no cost lines that come to something can keep to these rules, whoever writes them.
    Rules of single councils and of each year are left out: another bid has others. A line may be
    below nought where the round lets it."""
    asked = tables(bid)
    if not asked or all(table.optional for table, _ in asked):
        return False
    held = [one for one in held if not _is_of_others(one.params)]
    try:
        rules = rules_of(bid, setting, held, 1)
        if prod(len(way) for way in rules.ways) > _MOST_CHOICES:
            return False
        return not any(_can_be(rules, chosen) for chosen in product(*rules.ways))
    except TooManyError:
        return False


def _is_of_others(params: object) -> bool:
    return isinstance(params, Chosen) and (params.council is not None or params.year == "each")


def _can_be(rules: Rules, chosen: tuple[tuple[Bound, ...], ...]) -> bool:
    below = [at for at, line in enumerate(rules.lines) if line.table.below_nought]
    every = tuple(Fraction(1) for _ in rules.lines)
    never = [Bound(_paid(rules.lines, payer), Fraction(0)) for payer in PAYERS]
    bounds = [bound for way in chosen for bound in way] + never + [Bound(every, Fraction(1))]
    both = [b._replace(of=(*b.of, *(-b.of[at] for at in below))) for b in bounds]
    return amounts(both, len(rules.lines) + len(below)) is not None
