"""Personal data in prose that will be published: e-mail addresses, phone numbers, and what the bid
withholds elsewhere.

Few false alarms matter more than finding every odd form: sums of money, years, references and
GSS codes are left alone.
"""

import re
from functools import lru_cache
from urllib.parse import unquote

_AT = r"(?:@| ?[\[({] ?at ?[\])}] ?)"
_DOT = r"(?:\.| ?[\[({] ?dot ?[\])}] ?)"
_EMAIL = re.compile(
    rf"[\w.+'-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,8}}", re.IGNORECASE
)
_BRACKETED = re.compile(r"[\[({] ?at ?[\])}]", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w£$€.,/-])(?:\+44|0044|\(0|0)[\d\s().-]{8,20}(?![\w,/])")
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr)\.?\s+"
# Forms of one character each that read as another: full-width ones, hyphens, blanks.
_READ_AS: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63), "-"),
    **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    0xFE6B: "@", 0x2024: ".", 0xFE52: ".",
}  # fmt: skip
_ODD = re.compile(f"[{''.join(map(chr, _READ_AS))}]")


def _read_as(found: re.Match[str]) -> str:
    return found.group().translate(_READ_AS)


@lru_cache(maxsize=8192)
def find_personal(text: str, withheld: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The e-mail addresses and UK phone numbers in `text`, and the names among the answers that are
    `withheld`, as written, in order."""
    read = _ODD.sub(_read_as, text)  # `translate` looks each character up, however few are odd
    found = [*_own(read, withheld)]
    if "@" in read or _BRACKETED.search(read):
        found += [m.span() for m in _EMAIL.finditer(read)]
    if "0" in read:
        found += [m.span() for m in _PHONE.finditer(read) if _dialled(m.group())]
    return tuple(text[start:end].strip(" .'-(") for start, end in sorted(found))


def in_address(address: str, withheld: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The same in the address that a link leads to, where it is hidden from reading."""
    return find_personal(unquote(address).removeprefix("mailto:").removeprefix("tel:"), withheld)


def _own(text: str, withheld: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where a withheld name stands, whole or as a surname after a title. Answers that are no names
    (a job in small letters) are words that anybody may use."""
    found = []
    for name in withheld:
        words = name.translate(_READ_AS).split()
        if not 2 <= len(words) <= 5 or not all(word[:1].isupper() for word in words):
            continue
        whole, last = r"\s+".join(map(re.escape, words)), re.escape(words[-1])
        found += [m.span() for m in re.finditer(rf"\b(?:{whole}|{_TITLES}{last})\b", text)]
    return found


def _dialled(number: str) -> bool:
    """Whether the digits are as many as a UK number has, nationally 10 or 11 with the 0."""
    digits = re.sub(r"\D", "", number)
    digits = re.sub(r"^(0044|44)0?", "0", digits)
    return len(digits) in (10, 11) and digits[1] in "12357" + "8"
