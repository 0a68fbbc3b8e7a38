"""The parts of a form's JSON, whatever is there: what has another shape than is looked for is as
good as not there."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bidwriter.kinds.frozen import one_line
from bidwriter.prose.markdown import write
from bidwriter.prose.pasted import read_html

Data = Mapping[str, Any]


def part(data: Data, name: str) -> Data:
    """What stands under a name, with names of its own; {} where nothing of the sort does."""
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def parts(data: Data, name: str) -> list[Data]:
    """The entries of a list that have names of their own."""
    found = data.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def text(data: Data, name: str) -> str:
    """A text as it is, or the figures of a number; "" for neither."""
    found = data.get(name)
    if isinstance(found, bool):
        return "true" if found else "false"
    return str(found) if isinstance(found, str | int | Decimal) else ""


def line(data: Data, name: str) -> str:
    """A text on one line without mark-up."""
    found = text(data, name)
    return one_line(plain(found)) if found else ""


def plain(html: str) -> str:
    """The words of HTML."""
    if "<" not in html and "&" not in html:
        return html
    return " ".join("".join(span.text for span in block.spans) for block in read_html(html).blocks)


def prose(html: str) -> str:
    """HTML as prose is written: paragraphs, lists, sub-headings, bold and links."""
    return write(read_html(html).blocks).strip()


def whole(data: Data, name: str) -> int | None:
    """A whole number, also where it is written as text."""
    found = text(data, name).strip()
    return int(found) if found.isascii() and found.isdigit() and len(found) < 16 else None


def figure(data: Data, name: str) -> str:
    """A number in figures, also where it is written as text; "" for none."""
    found = text(data, name).strip().replace(",", "")
    try:
        value = Decimal(found)
    except ArithmeticError:
        return ""
    return f"{value:f}" if value.is_finite() and abs(value.adjusted()) < 16 else ""


def is_set(data: Data, name: str, *, otherwise: bool) -> bool:
    """Yes or no, also where it is written as text."""
    found = text(data, name).strip().lower()
    return found == "true" if found in ("true", "false") else otherwise
