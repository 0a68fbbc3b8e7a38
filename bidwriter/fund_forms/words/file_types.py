"""The types of files that a form names, as the endings that a round names."""

import re

from bidwriter.kinds.values.files import ENDINGS

# By what stands in a media type or in words; the first that is found counts.
_NAMED = (
    ("spreadsheetml", "xlsx"), ("ms-excel", "xls"), ("presentationml", "pptx"),
    ("wordprocessingml", "docx"), ("msword", "doc"), ("opendocument.text", "odt"),
    ("opendocument.spreadsheet", "ods"), ("opendocument.presentation", "odp"),
    ("opendocument.graphics", "odg"),
)  # fmt: skip
_IN_WORDS = {
    "word": ("docx", "doc"), "excel": ("xlsx", "xls"), "powerpoint": ("pptx",),
    "jpeg": ("jpg", "jpeg"), "jpg": ("jpg", "jpeg"), "spreadsheet": ("xlsx", "xls", "ods"),
}  # fmt: skip


def endings_of(types: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The endings for media types and endings with commas between them ("application/pdf, .docx"),
    and those that bidwriter attaches no files of."""
    found: list[str] = []
    strange: list[str] = []
    for one in (part.strip().lower() for part in types.split(",") if part.strip()):
        ending = next((end for mark, end in _NAMED if mark in one), one.split("/")[-1].lstrip("."))
        if ending == "*":
            return (), ()
        for end in _IN_WORDS.get(ending, (ending,)):
            into = found if end in ENDINGS else strange
            into.append(end)
    return tuple(dict.fromkeys(found)), tuple(dict.fromkeys(strange))


def endings_in(words: str) -> tuple[str, ...]:
    """The endings that a sentence names: "PDF or Word"."""
    named = re.findall(r"[a-z]{3,11}", words.lower())
    ends = [end for word in named for end in _IN_WORDS.get(word, (word,)) if end in ENDINGS]
    return tuple(dict.fromkeys(ends))
