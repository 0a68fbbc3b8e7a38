"""Fields of a story: their instructions never show, their results do; some are links, tables of
contents or places of a form."""

import re
from collections.abc import Callable

from bidwriter.files.office.parts import attribute
from bidwriter.files.word.controls import Controls, FormField
from bidwriter.files.word.here import Closer, Handler, Here
from bidwriter.prose.characters import seen

INSTRUCTIONS = frozenset(("w:instrText", "w:delInstrText"))
_LONGEST = 4_000  # characters of an instruction
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_MOST_OPEN = 20  # fields in each other
_WITH_VALUE = ("\\o", "\\t")


class _Field:
    """A field that is open. `shows` once its result is heard; a link is "" for none."""

    __slots__ = ("form", "instruction", "is_contents", "lines", "link", "shows")

    def __init__(self, instruction: str = "") -> None:
        self.instruction = instruction
        self.link = ""
        self.shows = self.is_contents = False
        self.form: FormField | None = None
        self.lines: list[int] = []  # paragraphs that are wholly in a table of contents


class Fields:
    """Hears fields and links; `say` is how a place of a form shows that is no text."""

    def __init__(
        self, here: Here, controls: Controls, addresses: dict[str, str], say: Callable[[str], None]
    ) -> None:
        self._here, self._controls, self._addresses, self._say = here, controls, addresses, say
        self._open: list[_Field] = []
        self._links = [""]
        self.is_silent = False  # whether nothing shows now
        self.link = ""  # where what shows now leads
        self.in_contents = False
        self.handlers: dict[str, Handler] = {
            "w:fldChar": self._on_mark,
            "w:fldSimple": self._on_simple,
            "w:hyperlink": self._on_link,
            "w:ffData": self._on_form,
            **{f"w:ffData/{name}": self._form_hears(name) for name in FormField.HEARS},
        }

    def hear(self, words: str) -> None:
        """A piece of an instruction."""
        if self._open and len(field := self._open[-1].instruction) + len(words) <= _LONGEST:
            self._open[-1].instruction = field + words

    def end_paragraph(self, number: int, *, is_contents: bool) -> None:
        """The paragraph of this number ends; `is_contents`: all its text stands in a table of
        contents. No other fields but those, and places of a form, go on in the next one: one that
        is never ended would take in all that follows."""
        if not self._open:
            return
        ended = [field for field in self._open if not _goes_on(field)]
        self._open = [field for field in self._open if _goes_on(field)]
        for field in ended:
            if field.form:
                field.form.end()
        for field in self._open:
            if is_contents and field.is_contents:
                field.lines.append(number)
        self._refresh()

    def _refresh(self) -> None:
        fields = self._open
        self.is_silent = any(not field.shows for field in fields)
        self.in_contents = any(field.is_contents for field in fields)
        self.link = next((f.link for f in reversed(fields) if f.link), self._links[-1])

    # --- fields ------------------------------------------------------------------------------

    def _on_mark(self, attributes: dict[str, str]) -> None:
        match attribute(attributes, "fldCharType"):
            case "begin":
                self._begin(_Field())
            case "separate" if self._open:
                self._show(self._open[-1])
            case "end" if self._open:
                self._end()

    def _on_simple(self, attributes: dict[str, str]) -> Closer:
        field = _Field(attribute(attributes, "instr")[:_LONGEST])
        self._begin(field)
        self._show(field)
        return lambda: self._end_simple(field)

    def _end_simple(self, field: _Field) -> None:
        while field in self._open:
            self._end()

    def _begin(self, field: _Field) -> None:
        if len(self._open) == _MOST_OPEN and (form := self._open.pop(0).form):
            form.end()  # of so many in each other, the first was hardly ever meant to go on
        self._open.append(field)
        self._refresh()

    def _show(self, field: _Field) -> None:
        """What follows is the field's result; a tick box has none."""
        kind, *words = _tokens(field.instruction) or [""]
        field.shows = not field.form or field.form.control.sort != "tick"
        field.is_contents = kind.upper() == "TOC"
        if kind.upper() == "HYPERLINK":
            field.link = seen(self._here.budget.text(_address(words)))
        self._refresh()

    def _end(self) -> None:
        field = self._open.pop()
        self._refresh()
        if field.form:
            self._say(field.form.shows)
            field.form.end()
        for number in field.lines:
            self._here.leave_out(number, "contents")

    def _on_form(self, _attributes: dict[str, str]) -> None:
        if self._open and not self._open[-1].form:
            self._open[-1].form = FormField(self._controls, self._here)

    def _form_hears(self, name: str) -> Handler:
        def on_said(attributes: dict[str, str]) -> None:
            if self._open and (form := self._open[-1].form):
                form.hear(name, attributes)

        return on_said

    # --- links -------------------------------------------------------------------------------

    def _on_link(self, attributes: dict[str, str]) -> Closer:
        address = self._addresses.get(attribute(attributes, "id"), "")
        anchor = attribute(attributes, "anchor")
        joined = f"{address}#{anchor}" if anchor else address
        self._links.append(seen(self._here.budget.text(joined)))
        self._refresh()
        return self._end_link

    def _end_link(self) -> None:
        self._links.pop()
        self._refresh()


def _goes_on(field: _Field) -> bool:
    return field.is_contents or (field.form is not None and field.shows)


def _tokens(instruction: str) -> list[str]:
    """The words of an instruction, those in quotation marks without them."""
    found = _TOKEN.finditer(instruction)
    return [re.sub(r"\\(.)", r"\1", t[1]) if t[1] is not None else t[2] for t in found]


def _address(words: list[str]) -> str:
    """Where the words behind HYPERLINK lead."""
    address = anchor = ""
    left = iter(words)
    for word in left:
        if word == "\\l":
            anchor = next(left, "")
        elif word in _WITH_VALUE:
            next(left, "")
        elif not word.startswith("\\") and not address:
            address = word
    return f"{address}#{anchor}" if anchor else address
