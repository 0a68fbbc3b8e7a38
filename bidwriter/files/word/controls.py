"""Content controls, and the form fields of older Word: what they are, and what shows in them."""

from bidwriter.files.office.parts import attribute, is_on
from bidwriter.files.word.blocks import ControlSort
from bidwriter.files.word.drafts import ControlDraft
from bidwriter.files.word.here import Closer, Handler, Here
from bidwriter.files.word.styles import small
from bidwriter.prose.characters import seen

_SORTS: dict[str, ControlSort] = {
    "text": "text",
    "richText": "rich",
    "checkbox": "tick",
    "dropDownList": "choice",
    "comboBox": "choice",
    "date": "date",
    **dict.fromkeys(
        (
            "picture", "docPartObj", "docPartList", "group", "citation", "bibliography",
            "equation", "repeatingSection", "repeatingSectionItem",
        ),
        "other",
    ),
}  # fmt: skip
_FIELD_SORTS: dict[str, ControlSort] = {"textInput": "text", "checkBox": "tick", "ddList": "choice"}
_INPUTS: dict[str, ControlSort] = {
    "date": "date", "currentDate": "other", "currentTime": "other", "calculated": "other",
}  # fmt: skip
_NOTHING = " \t\n\xa0\u2002"
_CHOOSE = "choose an item"  # Word's own first entry, which cannot be chosen


class Controls:
    """Hears controls; each goes to the paragraph it stands in, or to the first one inside it."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._open: list[ControlDraft] = []
        self._waiting: list[ControlDraft] = []  # for a paragraph
        self._heard: list[str] = []
        self.handlers: dict[str, Handler] = {
            "w:sdt": self._on_control,
            "w:sdtPr/id": self._on_id,
            "w:sdtPr/tag": self._on_tag,
            "w:sdtPr/alias": self._on_alias,
            "w:sdtPr/showingPlcHdr": self._on_prompt,
            "w:sdtPr/checkbox/checked": self._on_checked,
            "w:sdtPr/dropDownList/listItem": self._on_item,
            "w:sdtPr/comboBox/listItem": self._on_item,
            **{f"w:sdtPr/{name}": self._sorter(name, sort) for name, sort in _SORTS.items()},
        }

    @property
    def is_prompt(self) -> bool:
        """Whether what shows now only asks for an answer."""
        return bool(self._open) and self._open[-1].is_prompt

    def hear(self, words: str) -> None:
        """Text that shows."""
        if self._open and all(change.sort != "deleted" for change in self._here.changes):
            self._heard.append(words)

    def begin_paragraph(self) -> None:
        """A paragraph begins: it is the first one of those controls that wait."""
        if self._waiting and (paragraph := self._here.paragraph):
            paragraph.controls += self._waiting
            self._waiting = []

    def begin(self) -> ControlDraft:
        """Another control."""
        self._here.budget.one_more()
        control = ControlDraft(len(self._heard))
        paragraph = self._here.paragraph
        (self._waiting if paragraph is None else paragraph.controls).append(control)
        self._open.append(control)
        return control

    def said(self, control: ControlDraft) -> str:
        """What shows in a control so far."""
        return "".join(self._heard[control.begins :]).strip("\n")

    def end(self, control: ControlDraft) -> None:
        """A control ends."""
        control.text = self._here.budget.text(self.said(control))
        self._open.remove(control)
        if control in self._waiting:
            self._waiting.remove(control)
        if not self._open:
            self._heard = []

    def _on_control(self, _attributes: dict[str, str]) -> Closer:
        control = self.begin()
        return lambda: self.end(control)

    # --- what a content control says of itself -----------------------------------------------

    def _on_id(self, attributes: dict[str, str]) -> None:
        self._open[-1].id = self._words(attributes)

    def _on_tag(self, attributes: dict[str, str]) -> None:
        self._open[-1].tag = self._words(attributes)

    def _on_alias(self, attributes: dict[str, str]) -> None:
        self._open[-1].alias = self._words(attributes)

    def _on_prompt(self, attributes: dict[str, str]) -> None:
        self._open[-1].is_prompt = is_on(attributes)

    def _on_checked(self, attributes: dict[str, str]) -> None:
        self._open[-1].ticked = is_on(attributes)

    def _sorter(self, name: str, sort: ControlSort) -> Handler:
        def on_sort(_attributes: dict[str, str]) -> None:
            self._open[-1].sort = sort
            self._open[-1].is_open = name == "comboBox"

        return on_sort

    def _on_item(self, attributes: dict[str, str]) -> None:
        value, shown = (attribute(attributes, name) for name in ("value", "displayText"))
        if value and (shown or not value.casefold().startswith(_CHOOSE)):
            self.choice(self._open[-1], shown or value)

    def choice(self, control: ControlDraft, words: str) -> None:
        """One more that can be chosen."""
        self._here.budget.one_more()
        control.choices.append(seen(self._here.budget.text(words)))

    def _words(self, attributes: dict[str, str]) -> str:
        return seen(self._here.budget.text(attribute(attributes, "val")))


class FormField:
    """A form field of older Word: hears what it says of itself."""

    HEARS = (
        "name", "textInput", "textInput/type", "textInput/default", "checkBox", "checkBox/default",
        "checkBox/checked", "ddList", "ddList/default", "ddList/result", "ddList/listEntry",
    )  # fmt: skip

    def __init__(self, controls: Controls, here: Here) -> None:
        self._controls, self._here = controls, here
        self.control = controls.begin()
        self.control.is_field = True
        self._default = ""
        self._chosen = 0

    def hear(self, name: str, attributes: dict[str, str]) -> None:
        """An element within "w:ffData", by its path there."""
        control, value = self.control, attribute(attributes, "val")
        match name.split("/"):
            case ["name"]:
                control.id = seen(self._here.budget.text(value))
            case ["textInput" | "checkBox" | "ddList" as sort]:
                control.sort = _FIELD_SORTS[sort]
            case ["textInput", "type"]:
                control.sort = _INPUTS.get(value, "text")
            case ["textInput", "default"]:
                self._default = seen(value)
            case ["checkBox", "default" | "checked"]:  # what is checked comes after the default
                control.ticked = is_on(attributes)
            case ["ddList", "default" | "result"]:
                self._chosen = small(value) or 0
            case ["ddList", "listEntry"]:
                self._controls.choice(control, value)

    @property
    def shows(self) -> str:
        """What shows of it beside its text."""
        control = self.control
        if control.sort == "tick":
            return "☒" if control.ticked else "☐"
        if control.sort != "choice" or self._controls.said(control):
            return ""
        return control.choices[self._chosen] if self._chosen < len(control.choices) else ""

    def end(self) -> None:
        """It ends, with all its text."""
        control, words = self.control, self._controls.said(self.control)
        is_text = control.sort not in ("tick", "choice")
        control.is_prompt = is_text and (not words.strip(_NOTHING) or words == self._default)
        self._controls.end(control)
