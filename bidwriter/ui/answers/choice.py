"""Choose one (radio buttons) and choose several (check boxes), with own words where allowed."""

from PySide6.QtWidgets import QWidget

from bidwriter.kinds.question import Option
from bidwriter.kinds.values import choice
from bidwriter.ui.answers.field_editor import FieldEditor
from bidwriter.ui.look.space import column
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.announcer import Announcer
from bidwriter.ui.parts.check import CheckBox, RadioSet
from bidwriter.ui.parts.field import Field
from bidwriter.ui.parts.inputs import LineEdit
from bidwriter.ui.session import Session

OTHER = " other"


class ChooseOneEditor(FieldEditor):
    """Radio buttons; where own words are allowed, a line for them."""

    def __init__(
        self, session: Session, question: choice.ChooseOne, navigator: Navigator, *, alone: bool
    ) -> None:
        options = tuple((option.id, option_words(option)) for option in question.options)
        own = ((OTHER, "Something else"),) if question.other else ()
        self.radios = RadioSet(options + own)
        super().__init__(session, question, navigator, self.radios, alone=alone)
        self._offered = {option.id for option in question.options}
        self.own = _own_words(self, shown=question.other)
        self.radios.chosen.connect(self._on_chosen)

    def _on_chosen(self, key: str) -> None:
        if key == OTHER:
            self.own.setEnabled(True)
            self.own.setFocus()
        else:
            self.put(key)

    def on_own_words(self, text: str) -> None:
        """Own words take the place of a listed answer."""
        self.put(" ".join(text.split()) or None, typing=True)

    def refresh(self) -> None:
        """The chosen one."""
        value = str(self.value or "")
        listed = value in self._offered
        own_words = "" if listed else value
        self.radios.choose(value if listed else OTHER if own_words else "")
        if " ".join(self.own.text().split()) != own_words:
            self.own.show_text(own_words)


class ChooseSeveralEditor(FieldEditor):
    """Check boxes; where own words are allowed, a line for them."""

    def __init__(
        self, session: Session, question: choice.ChooseSeveral, navigator: Navigator, *, alone: bool
    ) -> None:
        self.boxes = {option.id: CheckBox(option_words(option)) for option in question.options}
        group = QWidget()
        layout = column(group, 4)
        for box in self.boxes.values():
            layout.addWidget(box)
            box.clicked.connect(self._on_clicked)
        if self.boxes:
            group.setFocusProxy(next(iter(self.boxes.values())))
        super().__init__(session, question, navigator, group, alone=alone)
        self._asked = question
        self._announcer = Announcer(group)
        self.own = _own_words(self, shown=question.other)

    @property
    def _chosen(self) -> tuple[str, ...]:
        value = self.value
        return tuple(str(part) for part in value) if isinstance(value, tuple) else ()

    def _on_clicked(self) -> None:
        self._put_all(typing=False)

    def on_own_words(self, _text: str) -> None:
        """Own words are added to what is ticked."""
        self._put_all(typing=True)

    def _put_all(self, *, typing: bool) -> None:
        ticked = [key for key, box in self.boxes.items() if box.isChecked()]
        own = [part.strip() for part in self.own.text().split(";") if part.strip()]
        now = self._asked.parse("\n".join([*ticked, *own]), self.around)
        kept = self._asked.after_choosing(self._chosen, now)
        self.put(kept, typing=typing)
        if len(kept) < len(now):
            out = ", ".join(self._asked.label_of(one) for one in now if one not in kept)
            self._announcer.say(f"Taken out: {out}", again=True)

    def refresh(self) -> None:
        """What is chosen."""
        chosen = self._chosen
        for key, box in self.boxes.items():
            if box.isChecked() != (key in chosen):
                box.setChecked(key in chosen)
        own = [part for part in chosen if part not in self.boxes]
        typed = [part.strip() for part in self.own.text().split(";") if part.strip()]
        if typed != own:
            self.own.show_text("; ".join(own))


def option_words(option: Option) -> str:
    """An option and what it means."""
    return (
        f"{option.label}: {option.hint[:1].lower()}{option.hint[1:]}"
        if option.hint
        else option.label
    )


def _own_words(editor: "ChooseOneEditor | ChooseSeveralEditor", *, shown: bool) -> LineEdit:
    line = LineEdit()
    line.setReadOnly(editor.read_only)
    several = isinstance(editor, ChooseSeveralEditor)
    label = f"{editor.question.name}, in your own words"
    field = Field(
        label, line, hint="Part several with semicolons" if several else "", optional=True
    )
    editor.layout_.addWidget(field)
    field.setVisible(shown)
    line.textEdited.connect(editor.on_own_words)
    line.editingFinished.connect(editor.session.break_typing)
    return line
