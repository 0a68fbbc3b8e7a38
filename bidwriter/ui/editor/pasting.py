"""What is on the clipboard, as blocks and one sentence; or why none of it goes in."""

from PySide6.QtCore import QMimeData

from bidwriter.prose.blocks import MOST_CHARACTERS, Block, TooLongError, plain_text
from bidwriter.prose.mark_up import TooMuchMarkUpError
from bidwriter.prose.pasted import blocks_from_text, plain_from_text, read_html
from bidwriter.ui.parts.copied_files import WHY, are_files

_TOO_LONG = (
    f"Nothing was pasted: one answer holds {MOST_CHARACTERS:,} characters, and what you copied "
    "has more. Copy less of it"
)
_TOO_MUCH = (
    "Nothing was pasted: what you copied holds too much formatting to be read. Copy less of it, or "
    "copy it out of a plain text editor"
)
_FILES = f"Nothing was pasted. {WHY}"
_PICTURE = (
    "Nothing was pasted: an answer holds words, not pictures. Save the picture as a file and "
    "attach it on the page Attachments"
)
_RICH_TEXT = (
    "Nothing was pasted: what you copied is in the form RTF alone, which is not read here. Paste "
    "it into Word or LibreOffice and copy it from there"
)
_NO_WORDS = "Nothing was pasted: what you copied holds no words"
_RTF = ("text/rtf", "application/rtf", "text/richtext", "rich text format")

Taken = tuple[tuple[Block, ...], str]


class NotPastedError(Exception):
    """Why nothing of the clipboard goes in, and what to do."""


def taken(source: QMimeData) -> Taken:
    """The blocks on a clipboard with their structure, and what to say of what was passed over.
    Raises NotPastedError."""
    try:
        return _taken(source)
    except TooLongError:
        raise NotPastedError(_TOO_LONG) from None
    except TooMuchMarkUpError:
        raise NotPastedError(_TOO_MUCH) from None


def taken_plain(source: QMimeData) -> Taken:
    """The words on a clipboard alone. Raises NotPastedError."""
    text = "" if are_files(source) else source.text()
    try:
        blocks = plain_from_text(text or plain_text(taken(source)[0]))
    except TooLongError:
        raise NotPastedError(_TOO_LONG) from None
    if not blocks:
        raise NotPastedError(_NO_WORDS)
    return blocks, ""


def _taken(source: QMimeData) -> Taken:
    if are_files(source):
        raise NotPastedError(_FILES)
    if source.hasHtml():
        blocks, passed = read_html(source.html())
        if blocks:
            return blocks, passed.sentence
        if passed.left_out:  # the same words as plain text would bring it in after all
            only = dict(passed.counts).keys() == {"picture"}
            raise NotPastedError(
                _PICTURE if only else f"{_NO_WORDS} but {passed.left_out}, which stay out"
            )
    blocks = blocks_from_text(source.text())
    if not blocks:
        raise NotPastedError(_why_nothing(source))
    return blocks, ""


def _why_nothing(source: QMimeData) -> str:
    formats = [name.lower() for name in source.formats()]
    if any(known in name for name in formats for known in _RTF):
        return _RICH_TEXT
    if source.hasImage() or any(name.startswith("image/") for name in formats):
        return _PICTURE
    return _NO_WORDS
