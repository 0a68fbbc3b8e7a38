"""What a heading, a title or a cell says of its money: that it is thousands, pence, not pounds."""

import re
from collections.abc import Iterable
from decimal import Decimal

from bidwriter.bids.sheets.grid import InFull
from bidwriter.doubts import LEAVE_OUT, TO_NOTE, Doubt, Reading, Way
from bidwriter.kinds.values import money, money_reading

AS_POUNDS = Way("pounds")
_SIGN = r"(?:£|\$|€|gbp|usd|eur)"
_THOUSANDS = re.compile(
    rf"(?<![\d.,])['’‘`]?0{{3}}['’]?s?\b|{_SIGN} ?k\b|\bk ?{_SIGN}|\(k\)|\bin k\b|\bk\Z"
    rf"|(?<!\d)(?<!\d )\bthousands?\b|{_SIGN} ?th\b|\bpounds? ?\(?000",
    re.IGNORECASE,
)
_MILLIONS = re.compile(
    rf"{_SIGN} ?m(?:n|ln|illions?)?\b|\(m\)|\bin m\b|(?<!\d)(?<!\d )\bmillions?\b", re.IGNORECASE
)
_PENCE = re.compile(r"\bin pence\b|\(p(?:ence)?\)|\bpence\b", re.IGNORECASE)
_CODES = "usd|us\\$|eur|chf|jpy|aud|cad|nzd|sek|nok|dkk|pln|cny|inr"
_FOREIGN = re.compile(
    rf"[$€¥₹]|\b(?:{_CODES})\b|(?<![a-z])(?:{_CODES})(?=\d)|\b(?:euros?|dollars?|francs?|yen)\b",
    re.IGNORECASE,
)
# In a title or a note the words must speak of figures: "thousands of residents" does not.
_OF_FIGURES = re.compile(
    rf"\bin (?:{_SIGN} ?)?['’]?(?:k|m|0{{3}}s?|thousands?|millions?|pence)\b"
    rf"|0{{3}}s?\b|{_SIGN} ?[km]\b"
    r"|\((?:k|m|thousands?|millions?)\)|(?:thousands?|millions?) of pounds|pounds? thousands?"
    r"|\b(?:figures|sums|amounts|costs|values?|prices)\b.*\b(?:thousands?|millions?)\b"
    r"|\A\W*(?:thousands?|millions?)\W*\Z",
    re.IGNORECASE,
)
_SCALES = (
    (_THOUSANDS, Decimal(1000), "1,000"),
    (_MILLIONS, Decimal(1_000_000), "1,000,000"),
    (_PENCE, Decimal("0.01"), "a hundredth"),
)


def scale_in(heading: str, *, title: bool = False) -> Decimal:
    """By how much a heading says that its figures are to be multiplied; 1 where it says nothing."""
    words = " ".join(heading.split())[:300]
    if title and not _OF_FIGURES.search(words):
        return Decimal(1)
    return next((by for pattern, by, _ in _SCALES if pattern.search(words)), Decimal(1))


def foreign_in(words: str) -> str:
    """The sign or name of money that is not pounds; "" for none."""
    found = _FOREIGN.search(words[:300])
    return found[0] if found else ""


def without_marks(heading: str) -> str:
    """A heading without what it says of money: "Total cost £'000" is "Total cost"."""
    bare = heading
    for pattern in (_THOUSANDS, _MILLIONS, _PENCE, _FOREIGN):
        bare = pattern.sub(" ", bare)
    return re.sub(r"\bin\s*$", " ", bare)


def multiplied(words: str, by: Decimal) -> str:
    """A cell's sum multiplied, in digits; words that are no sum, or that say themselves that they
    are thousands, as they are."""
    try:
        amount = money_reading.read(words)
        if by == 1 or isinstance(words, InFull) or money_reading.has_multiplier(words):
            return words
    except money_reading.UnreadError:
        return words
    return f"{money.pence(amount * by):.2f}"


def without_sign(words: str) -> str:
    """A cell without the sign of other money."""
    return " ".join(_FOREIGN.sub(" ", words).split())


def scale_doubt(id_: str, where: str, words: str, by: Decimal, cells: Iterable[str]) -> Doubt:
    """Whether to multiply what stands under `words`."""
    name = next(named for _, factor, named in _SCALES if factor == by)
    why = f"It says that its figures are to be multiplied by {name}"
    times, plain = "Multiply them", "As written"
    if example := next((cell for cell in cells if multiplied(cell, by) != cell), ""):
        amount = money_reading.read(example)
        times, plain = (f"{example} is {money.show(one)}" for one in (amount * by, amount))
    ways = (Reading(times, Way("times", f"{by.normalize():f}")), Reading(plain, Way("times", "1")))
    return Doubt(id_, where, words, why, ways)


def foreign_doubt(id_: str, where: str, words: str, sign: str) -> Doubt:
    """What to do with money that is not pounds."""
    ways = (
        Reading("Leave it in the note", TO_NOTE),
        Reading("They are pounds", AS_POUNDS),
        Reading("Leave it out", LEAVE_OUT),
    )
    why = f"It speaks of other money than pounds ({sign}), which a bid cannot hold"
    return Doubt(id_, where, words, why, ways)
