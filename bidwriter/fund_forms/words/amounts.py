"""Whether words ask for a sum of money or for another figure."""

import re

_SIGN = re.compile(r"£|\bGBP\b|\bpounds\b", re.IGNORECASE)
_OF_MONEY = re.compile(
    r"\b(costs?|funding|amount|price|budget|grant|spend(?:ing)?|expenditure|income|revenue|capital|"
    r"turnover|salary|fees?|contribution|money|value|match funding|loan|deficit|surplus|balance)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(how many|number of|no\. of|percentage|per ?cent|%|hours|days|weeks|months|years|age|"
    r"quantity|people|households|homes|units|fte)\b|%",
    re.IGNORECASE,
)


def is_money(words: str) -> bool | None:
    """Yes with a pound sign; no where something is counted; None where nobody can say: costs,
    funding and the like without a sign."""
    if _SIGN.search(words):
        return True
    if _COUNTED.search(words) or not _OF_MONEY.search(words):
        return False
    return None
