"""E-mail addresses, telephone numbers and postcodes as people type, paste and copy them: what is
meant, and why it cannot be taken."""

import re
import unicodedata

_PART = r"[^\s@<>()\[\]:;,?\"\\.]+"
_EMAIL = rf"{_PART}(?:\.{_PART})*@{_PART}(?:\.{_PART})+"
_ONE_EMAIL = re.compile(_EMAIL)
_NAMED_EMAIL = re.compile(rf"[^<>\[\]@]*[<\[]\s*(?:mailto:)?({_EMAIL})(?:\?[^>\]]*)?\s*[>\]]", re.I)
_MAILTO = re.compile(rf"mailto:\s*({_EMAIL})(?:\?\S*)?", re.I)
_SAY_EMAIL = "Enter an email address in the right form, like name@council.gov.uk"

_DASHES = dict.fromkeys((*range(8208, 8214), 8722, 65112), "-")
_EXTENSION = re.compile(r"[\s,;]*(?:extension|extn|ext|x|#)\.?\s*:?\s*(\d{1,6})", re.I)
_NUMBER = re.compile(r"\+?[\d\s().\-/]+")
_LEAST, _MOST = 7, 15  # digits: short local numbers; what an international one has at most
_SAY_PHONE = "Enter a phone number in digits, like 01609 123456"

# An area, a district, and what is behind it: never C, I, K, M, O or V there.
_POSTCODE = re.compile(
    r"(?P<out>[A-Z]{1,2}[0-9][A-Z0-9]?|GIR)\s*(?P<in>[0-9][ABD-HJLNP-UW-Z]{2})", re.IGNORECASE
)
_SAY_POSTCODE = "Enter a full UK postcode, like YO1 6GA"


def email_in(typed: str) -> str:
    """The address alone, of "mailto:a@b.uk" and "Name <a@b.uk>"; anything else as it is."""
    words = typed.strip().rstrip(",;")
    found = _NAMED_EMAIL.fullmatch(words) or _MAILTO.fullmatch(words)
    return found[1] if found else typed


def wrong_with_email(address: str) -> str:
    """What to do about an address; "" where it can be written to."""
    if _ONE_EMAIL.fullmatch(address):
        return ""
    if address.count("@") > 1:
        return "Enter one email address, like name@council.gov.uk"
    return _SAY_EMAIL


def phone_in(typed: str) -> str:
    """The number alone, of "tel:+441609123456"; anything else as it is."""
    return re.sub(r"\A\s*tel:\s*", "", typed, flags=re.IGNORECASE)


def wrong_with_phone(number: str) -> str:
    """What to do about a telephone number; "" where it can be rung."""
    plain = unicodedata.normalize("NFKC", number).translate(_DASHES).strip()
    extension = _EXTENSION.search(plain)
    if extension and extension.end() == len(plain):
        plain = plain[: extension.start()]
    if not _NUMBER.fullmatch(plain):
        strange = re.search(r"[^\d\s().\-/+]+", plain)
        return f"{_SAY_PHONE}, without “{strange.group()[:20]}”" if strange else _SAY_PHONE
    digits = sum(char.isdecimal() for char in plain)
    if digits < _LEAST:
        return f"{_SAY_PHONE}: this has only {digits} digit{'s' if digits != 1 else ''}"
    if digits > _MOST:
        return f"Enter one phone number, like 01609 123456: this has {digits} digits"
    return ""


def postcode_in(typed: str) -> str:
    """A postcode as it is written: "yo16ga" is "YO1 6GA"; anything else as it is."""
    plain = " ".join(unicodedata.normalize("NFKC", typed).split()).rstrip(".,")
    found = _POSTCODE.fullmatch(plain)
    return f"{found['out']} {found['in']}".upper() if found else typed


def wrong_with_postcode(postcode: str) -> str:
    """What to do about a postcode; "" where it has the form of one in the United Kingdom."""
    return "" if _POSTCODE.fullmatch(postcode) else _SAY_POSTCODE
