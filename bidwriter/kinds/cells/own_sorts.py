"""The sorts of cells that columns of a pack can have, beside those that other tables have too."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationError
from typing_extensions import override

from bidwriter.councils.register import council
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.cell import SHORT, Cell, Line, Misfit
from bidwriter.kinds.cells.choices import OneOf, SeveralOf, YesNo
from bidwriter.kinds.cells.councils import OneCouncil
from bidwriter.kinds.cells.day import DAY
from bidwriter.kinds.cells.money import POUNDS, Figure
from bidwriter.kinds.cells.own import Sort
from bidwriter.kinds.frozen import Leaf, NotAllowedError, one_line
from bidwriter.kinds.values import money_reading, stage
from bidwriter.kinds.values.body import Body
from bidwriter.kinds.values.day import show as show_day
from bidwriter.kinds.values.numbers import parse_number, plain
from bidwriter.kinds.values.short_text import ShortText, TextFormat
from bidwriter.prose.characters import seen

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_FIGURE = re.compile(r"-?\d{1,12}(\.\d{1,12})?")
_SUM = re.compile(r"-?\d{1,10}\.\d\d")
_POINTED = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?")
_SAY_NUMBER = "Write a number in digits, like 12.5"


class Number(Figure):
    """A number of any sort: 12, 12.5, −3, 1,200. A comma must part thousands."""

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        text = re.sub(r"[\s\u00a0]", "", typed.replace("\u2212", "-"))
        if not _POINTED.fullmatch(text):
            raise NotAllowedError(_SAY_NUMBER)
        return plain(parse_number(text))

    @override
    def typed(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else str(leaf)

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        """ "1,200", "−3.5"."""
        if leaf is None:
            return ""
        whole, point, part = str(leaf).removeprefix("-").partition(".")
        minus = "−" if str(leaf).startswith("-") else ""
        return f"{minus}{int(whole):,}{point}{part}"

    @override
    def written(self, leaf: Leaf, around: Around) -> str | Decimal:
        return "" if leaf is None else Decimal(str(leaf))

    @override
    def readings(self, words: str, around: Around) -> tuple[tuple[str, str], ...]:
        found = dict.fromkeys(plain(number) for number in money_reading.readings(words))
        return tuple((number, number) for number in found if _FIGURE.fullmatch(number))


class Month(Cell):
    """A month with its year, kept as 2026-04."""

    kind = "month"
    longest = SHORT

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        try:
            read = stage.parse(typed)
        except NotAllowedError:
            read = ""
        if not _MONTH.fullmatch(read):
            raise NotAllowedError("Write one month with its year, like Apr 2026")
        return read

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        return "" if leaf is None else stage.show(str(leaf))


class LongText(Cell):
    """Plain prose of several lines."""

    kind = "long-text"
    is_words = True

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        lines = (" ".join(line.split()) for line in seen(typed).splitlines())
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() or None

    @override
    def short(self, leaf: Leaf, around: Around) -> str:
        return " ".join(str(leaf or "").split())


class OneLine(Line):
    """A line of words."""

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return one_line(typed) or None


class Formatted(Cell):
    """A line of a form of its own: an address, a number to ring. It is read and judged as a
    question of this form is."""

    longest = 1_000

    def __init__(self, form: TextFormat) -> None:
        self._asks = ShortText(id="cell", wording="", format=form)

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        return one_line(str(self._asks.parse(typed, around))) or None

    @override
    def misfits(self, leaf: Leaf, around: Around) -> Iterator[Misfit]:
        for words in self._asks.misfits(leaf):
            yield Misfit(words, "")


class Council(OneCouncil):
    """A council or body, which must have been there when the round closes."""

    @override
    def typed(self, leaf: Leaf, around: Around) -> str:
        """Its name, where that is no other council's too."""
        name = self.words(leaf, around)
        try:
            reads_back = bool(name) and self.read(name, around) == leaf
        except NotAllowedError:
            reads_back = False
        return name if reads_back else str(leaf or "")

    @override
    def misfits(self, leaf: Leaf, around: Around) -> Iterator[Misfit]:
        named = Body.model_validate(str(leaf))
        found, day = council(named.code), around.bid.day_of_register
        if named.code and found is None:
            yield Misfit("Choose a council again for {}", f"{named.code} is not a known code")
        elif found and day and not found.existed_on(day):
            words = f"Choose a council that was there on {show_day(day)} for {{}}"
            yield Misfit(words, f"{found.title} was not")


class OneOption(OneOf):
    """One of the column's options."""

    longest = 15_000  # labels may be long

    @override
    def chosen(self, typed: str, around: Around) -> str:
        wanted = " ".join(typed.split()).casefold()
        offered = self.offered(around)
        for id_, label in offered.items():
            if wanted in (id_, " ".join(label.split()).casefold()):
                return id_
        shown = ", ".join(offered.values())
        raise NotAllowedError(f"“{wanted[:60]}” is not one of: {shown[:400]}")

    @override
    def misfits(self, leaf: Leaf, around: Around) -> Iterator[Misfit]:
        for one in leaf if isinstance(leaf, tuple) else (leaf,):
            if one not in self.offered(around):
                detail = f"The round does not offer “{str(one)[:60]}”"
                yield Misfit("Choose again for {}", detail)


class SeveralOptions(SeveralOf, OneOption):
    """Any number of the column's options, in their order; those of an earlier pack last."""

    @override
    def leaf(self, value: Any) -> Leaf:
        return tuple(str(part) for part in value)

    @override
    def read(self, typed: str, around: Around) -> Leaf:
        chosen = self._whole(typed, around) or SeveralOf.read(self, typed, around)
        assert isinstance(chosen, tuple)
        return tuple(id_ for id_ in self.offered(around) if id_ in chosen)

    def _whole(self, typed: str, around: Around) -> tuple[str, ...]:
        """Labels parted by semicolons, whatever marks stand in them; none where that does not
        fit."""
        try:
            return tuple(self.chosen(part, around) for part in typed.split(";") if part.strip())
        except NotAllowedError:
            return ()

    @override
    def words(self, leaf: Leaf, around: Around) -> str:
        offered = self.offered(around)
        return "; ".join(offered.get(one, one) for one in leaf) if isinstance(leaf, tuple) else ""

    @override
    def written(self, leaf: Leaf, around: Around) -> str | Decimal:
        words = self.words(leaf, around)
        return words if self._whole(words, around) == leaf else self.typed(leaf, around)


# --- what is a value of each -----------------------------------------------------------------


def _is_words(leaf: Leaf) -> bool:
    return isinstance(leaf, str)


def _is_number(leaf: Leaf) -> bool:
    return isinstance(leaf, str) and bool(_FIGURE.fullmatch(leaf))


def _is_sum(leaf: Leaf) -> bool:
    return isinstance(leaf, str) and bool(_SUM.fullmatch(leaf))


def _is_day(leaf: Leaf) -> bool:
    try:
        return isinstance(leaf, str) and date.fromisoformat(leaf).isoformat() == leaf
    except ValueError:
        return False


def _is_month(leaf: Leaf) -> bool:
    return isinstance(leaf, str) and bool(_MONTH.fullmatch(leaf))


def _is_yes_no(leaf: Leaf) -> bool:
    return isinstance(leaf, bool)


def _is_body(leaf: Leaf) -> bool:
    try:
        return isinstance(leaf, str) and str(Body.model_validate(leaf)) == leaf
    except ValidationError:
        return False


def _are_several(leaf: Leaf) -> bool:
    return isinstance(leaf, tuple)


_ENTER, _CHOOSE = "Enter {} again", "Choose again"
SORTS: dict[str, Sort] = {
    "short-text": Sort(OneLine(), _is_words, "Write again"),
    "long-text": Sort(LongText(), _is_words, "Write again"),
    "number": Sort(Number(), _is_number, _ENTER.format("a number")),
    "money": Sort(POUNDS, _is_sum, _ENTER.format("a sum")),
    "date": Sort(DAY, _is_day, _ENTER.format("a day")),
    "month": Sort(Month(), _is_month, _ENTER.format("a month")),
    "yes-no": Sort(YesNo("Yes", "No"), _is_yes_no, "Choose yes or no again"),
    "council": Sort(Council(), _is_body, "Choose a council again"),
}


def of_format(form: TextFormat) -> Sort:
    """A line of a form of its own."""
    return Sort(Formatted(form), _is_words, "Write again")


def of_options(offered: dict[str, str], *, several: bool) -> Sort:
    """One, or any number, of what is offered: id → label."""
    if several:
        return Sort(SeveralOptions(offered), _are_several, _CHOOSE)
    return Sort(OneOption(offered, "The round does not offer this"), _is_words, _CHOOSE)
