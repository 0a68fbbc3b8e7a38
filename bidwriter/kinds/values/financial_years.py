"""Financial years, April to March, known by the year they begin in: 2019 is 19/20."""

import re

from bidwriter.kinds.frozen import NotAllowedError


def year_label(year: int) -> str:
    """ "19/20" for the financial year that begins in April 2019; "2119/20" where two figures
    would name another year."""
    begins = f"{year % 100:02d}" if 2000 <= year < 2100 else f"{year}"
    return f"{begins}/{(year + 1) % 100:02d}"


def year_of(month: str) -> int | None:
    """The financial year of a month as stages have it, "2018-11" → 2018; a sprint has none."""
    year, _, number = month.partition("-")
    if not (year.isdecimal() and number.isdecimal()):
        return None
    return int(year) - (int(number) < 4)


def parse_year(typed: str) -> int:
    """19/20, 2019/20, 2019-20, 2019/2020 or 2019 → 2019. Raises NotAllowedError."""
    text = typed.strip().replace("–", "-")
    found = re.fullmatch(r"(\d{4}|\d{2})(?:\s*[/-]\s*(\d{4}|\d{2}))?", text)
    if found is None or (found[2] is None and len(found[1]) == 2):
        raise NotAllowedError("Write the financial year like 19/20 or 2019")
    year = int(found[1]) if len(found[1]) == 4 else 2000 + int(found[1])
    last = year + 1 if found[2] and len(found[2]) == 4 else (year + 1) % 100
    if not 1900 <= year <= 2400 or (found[2] and int(found[2]) != last):
        raise NotAllowedError("Write the financial year like 19/20 or 2019")
    return year


_TWO_YEARS = re.compile(r"\d{2,4}\s*[/-]\s*\d{2,4}")
_TO = re.compile(r"\s+(?:to|until|and|-)\s+")


def stage_of_years(typed: str) -> str | None:
    """The stage of whole financial years, "26/27" or "2026/27 to 2027/28", April to March, as it is
    stored; None where the words are no years. A year alone could be two, and is none."""
    parts = _TO.split(typed.strip().replace("–", "-"))
    if len(parts) > 2 or not all(_TWO_YEARS.fullmatch(part.strip()) for part in parts):
        return None
    try:
        first, last = parse_year(parts[0]), parse_year(parts[-1])
    except NotAllowedError:
        return None
    return f"{first}-04/{last + 1}-03" if first <= last else None


def years_of_stage(stage: str) -> str:
    """ "26/27" or "26/27 to 27/28" for a stage of whole financial years; "" for any other."""
    found = re.fullmatch(r"(\d{4})-04/(\d{4})-03", stage)
    if not found:
        return ""
    first, last = year_label(int(found[1])), year_label(int(found[2]) - 1)
    return first if first == last else f"{first} to {last}"
