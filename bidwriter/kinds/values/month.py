"""A month with its year, kept as 2026-03 and shown as "Mar 2026"."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import StringConstraints
from typing_extensions import override

from bidwriter.kinds.around import Around
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.values.day import When
from bidwriter.kinds.values.stage import month_in, show
from bidwriter.prose.characters import seen

Answer = Annotated[str, StringConstraints(pattern=r"^(19|[2-9]\d)\d\d-(0[1-9]|1[0-2])$")]
_SAY = "Write a month with its year, like March 2026 or 2026-03"
_LONGEST = 40
_WITH_DAY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_SHORT_YEAR = re.compile(r"([a-z]{3,9})\.?[\s-]+\d\d", re.IGNORECASE)


class Month(When):
    """A question answered by a month."""

    answer: ClassVar[Any] = Answer
    missing: ClassVar[str] = "Enter a month for “{name}”"
    since: ClassVar[int] = 2

    kind: Literal["month"] = "month"

    @override
    def parse(self, typed: str, around: Around) -> Any:
        return parse(typed)

    @override
    def text(self, value: Any) -> str:
        return show(value)

    @override
    def wanted(self) -> str:
        asked = self._ask("this month", "one")
        return asked[:1].upper() + asked[1:]

    @override
    def untimely(self, value: Any, today: date) -> Iterator[str]:
        if self._is_untimely(value, f"{today:%Y-%m}"):
            yield f"Enter {self._ask('this month', 'one')}"


def parse(typed: str) -> str:
    """March 2026, Mar ’26, 03/2026, 2026-03. Raises NotAllowedError, for a day too: it is not
    said which of it counts."""
    words = unicodedata.normalize("NFKC", seen(typed[: 10 * _LONGEST]))
    words = " ".join(words.replace(",", " ").split())
    if len(words) > _LONGEST:
        raise NotAllowedError(_SAY)
    if _WITH_DAY.fullmatch(words):
        raise NotAllowedError(f"{_SAY}, without a day")
    if _SHORT_YEAR.fullmatch(words):
        raise NotAllowedError("Write the year in full, like March 2026")
    words = re.sub(r"(\d{4})[/.](\d{1,2})", r"\1-\2", words)
    year, month = month_in(words) or (0, 0)
    if month and not year:
        raise NotAllowedError("Add the year to the month, like March 2026")
    if not month or year < 1900:
        raise NotAllowedError(_SAY)
    return f"{year:04d}-{month:02d}"
