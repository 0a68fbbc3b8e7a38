"""What the cells of a workbook say: a stored value as one would type it.

A cell is its words; text is plain, and the class of all others tells what the workbook holds.
"""

import re
from datetime import datetime, timedelta
from decimal import Decimal
from math import isfinite

from bidwriter.bids.sheets.grid import InFull
from bidwriter.files.tables.xlsx_styles import Shape

NOT_WORKED_OUT = "(a formula that was never worked out)"
_EPOCH_1900, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")
_LONGEST_NUMBER = 40  # characters of a stored number; a double never needs more
_NO_DATE = "#VALUE!"  # what spreadsheet programs show for a day that no calendar has


class NumberCell(str):
    """A number, with its percent or currency sign where that is how it is shown."""

    __slots__ = ()


class DateCell(str):
    """A day, a time of day or a length of time."""

    __slots__ = ()


class TruthCell(str):
    """ "Yes" or "No"."""

    __slots__ = ()


class ErrorCell(str):
    """ "#N/A" and the like."""

    __slots__ = ()


class UnworkedCell(str):
    """A formula that was saved without its value."""

    __slots__ = ()


def cell_of(kind: str, stored: str, shape: Shape, *, from_1904: bool) -> str:
    """A cell by the kind that the workbook gives it and what it stores, but for text."""
    match kind:
        case "b":
            return TruthCell("No" if stored.strip() in ("0", "false") else "Yes")
        case "e":
            return ErrorCell(stored)
        case "d":
            day = _DAY.fullmatch(stored.strip())
            return DateCell(day[1] if day else stored)
        case "n":
            return _number(stored, shape, from_1904=from_1904)
        case _:
            return stored


def _number(stored: str, shape: Shape, *, from_1904: bool) -> str:
    """Fifteen digits, as spreadsheet programs show them; a double holds no more."""
    try:
        value = float(stored) if len(stored) <= _LONGEST_NUMBER and "_" not in stored else None
    except ValueError:
        value = None
    if value is None or not isfinite(value):
        return stored
    if shape.is_date:
        return _date(value, shape, _EPOCH_1904 if from_1904 else _EPOCH_1900)
    amount = Decimal(f"{value:.15g}")
    if shape.is_percent:
        return NumberCell(f"{plain(amount * 100)}%")
    kind = InFull if shape.is_in_full else NumberCell
    return kind(f"{shape.sign}{plain(amount)}{shape.times}")


def plain(amount: Decimal) -> str:
    """ "12.5", "100": without an exponent and without noughts at the end."""
    text = f"{amount:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _length(seconds: int) -> str:
    """ "37:30" for a day and a half and an hour and a half, seconds only where there are any."""
    minutes, rest = divmod(abs(seconds), 60)
    words = f"{minutes // 60}:{minutes % 60:02d}{f':{rest:02d}' if rest else ''}"
    return f"-{words}" if seconds < 0 else words


def _date(value: float, shape: Shape, epoch: datetime) -> str:
    try:
        if shape.is_length or (shape.is_time and value >= 1):
            return DateCell(_length(round(value * 86_400)))
        days, part = divmod(value, 1)
        time = timedelta(milliseconds=round(part * 86_400_000))
        if 0 <= value < 1 and not time.days:
            return DateCell((epoch + time).time().isoformat())
        if 0 < value < 60 and epoch == _EPOCH_1900:
            days += 1  # the format counts a 29 February 1900 that never was
        return DateCell((epoch + timedelta(days=days) + time).date().isoformat())
    except (OverflowError, ValueError):
        return ErrorCell(_NO_DATE)
