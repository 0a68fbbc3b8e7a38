"""Addresses that a link may have: web and e-mail alone, in one written form."""

import re
from urllib.parse import quote

_SCHEMES = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}\s\u200b-\u200f\u2028-\u202e\ufeff]")
_LINKS = re.compile(r"(?:https?://[^\s/]|mailto:[^\s]*@)", re.IGNORECASE)
LONGEST = 2000


def safe_link(address: str) -> str:
    """`address` fit to be stored, or "" where it is no web or e-mail address.

    White space and signs that no address may hold are percent-encoded.
    """
    address = address.strip()
    if not _SCHEMES.match(address) or len(address) > LONGEST:
        return ""
    return _UNSAFE.sub(lambda found: quote(found.group(0), safe=""), address)


def allowed_link(address: str) -> str:
    """`address` as it is written if an answer may hold it (web or mail), else nothing."""
    address = address.strip()
    return address if _LINKS.match(address) else ""
