"""A fund's form as a file or as pasted words: what it is, and the reader it needs."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import PurePath
from typing import Any, NamedTuple

from bidwriter.doubts import Doubt, Met, Settled
from bidwriter.files.disk import strict_json
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.fund_forms.builder.reading import is_builder_form, read_builder_form
from bidwriter.fund_forms.found import FoundForm
from bidwriter.rounds.source import Source, SourceKind

LARGEST = 50_000_000  # bytes of a form
_NOTHING = "Nothing was taken in"


class NoFormError(FileTroubleError):
    """A file that no form could be read from; the message says what it is and what to do."""


class OpenedForm(NamedTuple):
    """A form that can be read: what it was made from, and its reader, which is given the doubts
    that are settled."""

    source: Source
    read: Callable[[Met], FoundForm]

    def found(self, settled: Settled) -> tuple[FoundForm, tuple[Doubt, ...]]:
        """What is found in it, and what is doubtful still."""
        met = Met(settled)
        form = self.read(met)
        return form, tuple(met.open)


def open_form(data: bytes, name: str) -> OpenedForm:
    """The form in a file called `name`. Raises NoFormError, and FileTroubleError for one that is
    damaged or too large."""
    kind, read = _reader(data, name)
    if len(data) > LARGEST:
        raise NoFormError(
            f"“{name}” is larger than any form ({LARGEST // 1_000_000} MB). {_NOTHING}"
        )
    source = Source(file=name[-255:], sha256=sha256(data).hexdigest(), kind=kind)
    return OpenedForm(source, read)


def _reader(data: bytes, name: str) -> tuple[SourceKind, Callable[[Met], FoundForm]]:
    stem = PurePath(name).stem.replace("-", " ").replace("_", " ").strip() or "Round"
    start = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise NoFormError(f"“{name}” is empty. {_NOTHING}")
    if start[:1] in (b"{", b"["):
        return "json", partial(read_builder_form, _builder_form(data, name), stem)
    raise NoFormError(f"“{name}” is no form that bidwriter can read. {_NOTHING}")


def _builder_form(data: bytes, name: str) -> dict[str, Any]:
    form = strict_json.loads(data, f"“{name}”", fractions=True)
    if not is_builder_form(form):
        raise NoFormError(
            f"“{name}” is JSON, but no form of MHCLG’s form builder: it has no pages with a start "
            f"page. {_NOTHING}"
        )
    return dict(form)
