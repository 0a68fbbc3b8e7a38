"""Whether words name a row of sums: "Total", "Staff subtotal", "Carried forward", "Σ"."""

import re
from typing import Literal

# "sum": its name is that of a sum. "maybe": it speaks of a total, as "Total station survey" does.
# "other": a name like any other. "none": the row has no name.
Name = Literal["sum", "maybe", "other", "none"]

_TOTAL = {
    "total", "totals", "subtotal", "subtotals", "tot", "subtot", "Σ".casefold(), "∑",
    "cyfanswm", "isgyfanswm",
}  # fmt: skip
# Words that may stand beside one of those without making it the name of a thing to pay for.
_BESIDE = set(
    "grand overall sub running cumulative final net gross whole full combined all above below "
    "project programme bid scheme section phase part stage page work package workstream year years "
    "month months quarter discovery alpha beta live staff staffing people resource resources "
    "supplier suppliers partner partners council councils authority lead travel equipment "
    "licence licences software hardware training capital revenue other direct indirect external "
    "internal cost costs costing amount value price budget spend spending expenditure money sum "
    "ask asked requested request required sought claimed eligible estimated expected agreed "
    "fund funds funding grant mhclg ldf match cash kind own contribution contributions time "
    "due payable "
    "vat tax ex exc excl excluding exclusive inc incl including inclusive plus less before after "
    "of for from the this in to by on at and per be paid given a b c d one two three four five "
    "gbp pounds k m £".split()
)
_PHRASE = re.compile(
    r"(?:grand |sum )?totals? (?:costs?|of|asked|requested|for|given|in|cash|project|whole|ex|inc"
    r"|excluding|including)\b.*"
    r"|sum(?: total)?|sum of (?:the )?(?:above|rows?|lines?|costs?|all)\b.*|grand sum"
    r"|(?:balance |total )?(?:carried|brought|carry|bring) (?:forward|fwd|over|down)(?: .*)?"
    r"|(?:of|from) which\b.*|balance|(?:amount|balance|sum) (?:due|payable|outstanding|remaining)"
    r"|altogether|in all|all in|overall(?: {beside})*"
    r"|(?:whole|full|entire) (?:project|bid)(?: costs?)?|all (?:costs|lines|of the above)"
    r"|(?:amount|grant|funding|sum) (?:asked|requested|sought|claimed|required)(?: .*)?".replace(
        "{beside}", "(?:costs?|totals?|sum|amount|budget|price|value|spend|project|bid)"
    )
)
_CARRIED = re.compile(r"\s*[cb]\s*/?\s*(?:/\s*[fdo]|fwd|forward)\b.*", re.IGNORECASE)
_BARE = re.compile(r"(?:(?:sub|grand|overall) ?)?totals?|[Σσ∑]", re.IGNORECASE)
_MOST_WORDS = 12


def naming(name: str) -> Name:
    """What `name` says of its row."""
    words = _words(name)
    if not re.search(r"\w|∑", name):
        return "none"
    if not 0 < len(words) <= _MOST_WORDS:
        return "other"
    if _PHRASE.fullmatch(" ".join(words)) or _CARRIED.fullmatch(name):
        return "sum"
    if not _TOTAL & {*words}:
        return "other"
    ends = words[-1] in _TOTAL
    return "sum" if ends or {*words} <= _TOTAL | _BESIDE else "maybe"


def is_bare(words: str) -> bool:
    """Whether `words` are "Total" and nothing more, as beside the sum itself."""
    return _BARE.fullmatch(" ".join(_words(words))) is not None


def _words(name: str) -> list[str]:
    """ "TOTAL COSTS (ex VAT): £5,000" → total, costs, ex, vat. "Sub-total" is one word."""
    plain = name[:400].casefold().replace("sub-total", "subtotal").replace("is-gyf", "isgyf")
    return re.findall(r"[^\W\d_]+|∑", plain)
