"""Files asked for: those that answer the question, to add, to choose among what is attached, and to
take off again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bidwriter.bids.editing import answer_with
from bidwriter.bids.partner_copy import ATTACHMENTS
from bidwriter.kinds.values.files import AnsweringFile, Files, size_words
from bidwriter.ui.answers.field_editor import FieldEditor
from bidwriter.ui.asking import ask
from bidwriter.ui.attaching import attach_file
from bidwriter.ui.look.icons import icon
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.icon_button import IconButton
from bidwriter.ui.parts.icon_mark import IconMark
from bidwriter.ui.parts.parts_of_pages import emptied
from bidwriter.ui.parts.plain import Menu
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session


class FilesEditor(FieldEditor):
    """A line for each file, and the ways to add one. Files can be dropped here."""

    def __init__(
        self, session: Session, question: Files, navigator: Navigator, *, alone: bool
    ) -> None:
        self.add = Button("Attach a file", "secondary", "paperclip")
        self.choose = Button("Use an attached file", "secondary", "chevron-down")
        holder = QWidget()
        body = column(holder, 10)
        self._list = column(spacing=6)
        body.addLayout(self._list)
        line = row(spacing=10)
        line.addWidget(self.add)
        line.addWidget(self.choose)
        line.addStretch(1)
        body.addLayout(line)
        holder.setFocusProxy(self.add)
        super().__init__(session, question, navigator, holder, alone=alone)
        hint = "" if alone else question.hint
        self.field.set_hint("\n".join(part for part in (hint, question.limits_words) if part))
        self._shown: tuple[AnsweringFile, ...] | None = None
        self._closed = self.read_only or not session.may_change(ATTACHMENTS)
        self.setAcceptDrops(not self._closed)
        self.add.setEnabled(not self._closed)
        self.add.clicked.connect(self._on_add)
        self.choose.clicked.connect(
            lambda: self.menu().popup(self.choose.mapToGlobal(QPoint(0, self.choose.height())))
        )

    @property
    def files(self) -> tuple[AnsweringFile, ...]:
        """The files that answer the question."""
        value = self.value
        held = value if isinstance(value, tuple) else ()
        return tuple(file for file in held if isinstance(file, AnsweringFile))

    def refresh(self) -> None:
        """A line for each file."""
        files = self.files
        others = [a for a in self.session.bid.attachments if self.question.id not in a.for_]
        self.choose.setEnabled(bool(others) and not self._closed)
        if files == self._shown:
            return
        self._shown = files
        held = self.isAncestorOf(self.window().focusWidget()) if self.isVisible() else False
        emptied(self._list)
        for file in files:
            self._list.addWidget(self._line(file))
        if held:  # what had the focus may be gone
            self.add.setFocus()

    def _line(self, file: AnsweringFile) -> QWidget:
        line = QWidget()
        body = row(line, 10)
        pages = f", {file.pages:,} {'page' if file.pages == 1 else 'pages'}" if file.pages else ""
        middle = Qt.AlignmentFlag.AlignVCenter
        body.addWidget(IconMark("paperclip", "text2", 18), 0, middle)
        body.addWidget(Words(file.name, "body", weight=600), 1, middle)
        size = Words(f"{size_words(file.size)}{pages}", "small", "text2", wrap=False)
        body.addWidget(size, 0, middle)
        off = IconButton("x", f"Take {file.name} off this answer")
        off.setEnabled(not self._closed)
        off.clicked.connect(partial(self._set, file.sha256, file.name, answers=False))
        body.addWidget(off)
        return line

    def menu(self) -> Menu:
        """The attachments that could answer the question too."""
        menu = Menu(self)
        for item in self.session.bid.attachments:
            if self.question.id not in item.for_:
                act = partial(self._set, item.sha256, item.name, answers=True)
                menu.add(item.name, act, icon=icon("paperclip"))
        return menu

    def take(self, path: Path) -> None:
        """Attach a file as an answer, or say why it cannot be."""
        self.misunderstood = attach_file(self.session, path, self.question.id)
        self._show_error()

    def _on_add(self) -> None:
        path = ask().file_to_open(self, "Attach a file", "All files (*)", Path.home())
        if path:
            self.take(path)

    def _set(self, sha256: str, name: str, *, answers: bool) -> None:
        question = self.question
        verb = f"“{name}” answers" if answers else f"“{name}” no longer answers"
        self.session.edit(
            lambda bid: answer_with(bid, question.id, sha256, answers=answers),
            f"{verb} “{question.name}”",
        )
        if not answers:
            self.navigator.say(f"{verb} “{question.name}”. It is still attached", undo=True)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what is dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.take(Path(url.toLocalFile()))
        event.acceptProposedAction()
