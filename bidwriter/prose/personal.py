"""Personal data in prose that will be published: e-mail addresses and phone numbers.

Few false alarms matter more than finding every odd form: sums of money, years, references and
GSS codes are left alone.
"""

import re
from functools import lru_cache

_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PHONE = re.compile(r"(?<![\w£$€.,/-])(?:\+44|0044|\(0|0)[\d\s().-]{8,20}(?![\w,/])")


@lru_cache(maxsize=8192)
def find_personal(text: str) -> tuple[str, ...]:
    """The e-mail addresses and UK phone numbers in `text`, as written, in order."""
    if "@" not in text and "0" not in text:
        return ()
    found = [(m.start(), m.group().strip(" .'-")) for m in _EMAIL.finditer(text)]
    found += [
        (m.start(), m.group().strip(" .-(")) for m in _PHONE.finditer(text) if _dialled(m.group())
    ]
    return tuple(words for _, words in sorted(found))


def _dialled(number: str) -> bool:
    """Whether the digits are as many as a UK number has, nationally 10 or 11 with the 0."""
    digits = re.sub(r"\D", "", number)
    digits = re.sub(r"^(0044|44)0?", "0", digits)
    return len(digits) in (10, 11) and digits[1] in "12357" + "8"
