"""Outputs: a block for each, and under them what the current one shows of the principles."""

from bidwriter.bids.cells import rows_of
from bidwriter.bids.editing import add_rows, move_row, remove_row, set_cell
from bidwriter.bids.places import Place
from bidwriter.checks.problem import Problem
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.outputs import Output, Outputs
from bidwriter.ui.answers.answer_editor import AnswerEditor
from bidwriter.ui.answers.evidence_strip import EvidenceStrip
from bidwriter.ui.answers.outputs_row import OutputRow
from bidwriter.ui.look.space import column, row
from bidwriter.ui.navigator import Navigator
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.words import Words
from bidwriter.ui.session import Session


class OutputsEditor(AnswerEditor):
    """Stands in the question column, alone or under another answer."""

    def __init__(
        self, session: Session, question: Outputs, navigator: Navigator, *, alone: bool
    ) -> None:
        super().__init__(session, question, navigator, alone=alone)
        self.blocks: dict[str, OutputRow] = {}
        self.current = ""
        self._problems: tuple[Problem, ...] = ()
        outer = column(self, 10)
        if not alone:
            titles = column(spacing=2)
            titles.addWidget(Words(self.wording, "h3"))
            titles.addWidget(Words(question.hint, "small", "text2"))
            outer.addLayout(titles)
        self._none = Words("No outputs yet. Add one for each thing you will deliver", "small")
        outer.addWidget(self._none)
        self._column = column(spacing=10)
        outer.addLayout(self._column)
        self.add_button = Button("Add an output", "secondary", "plus")
        line = row()
        line.addWidget(self.add_button)
        line.addStretch(1)
        outer.addLayout(line)
        self.strip = EvidenceStrip(session, navigator)
        outer.addWidget(self.strip)
        self.add_button.clicked.connect(self.add_output)
        if self.read_only:
            self.add_button.hide()

    # --- showing -----------------------------------------------------------------------------

    @property
    def _rows(self) -> list[Output]:
        rows = rows_of(self.session.bid, self.question.id)
        return [output for output in rows if isinstance(output, Output)]

    def refresh(self) -> None:
        """A block for each output; those that stay are kept, so that no cursor moves."""
        rows = self._rows
        ids = [output.id for output in rows]
        for gone in self.blocks.keys() - set(ids):
            block = self.blocks.pop(gone)
            block.hide()
            block.deleteLater()
        for at, output in enumerate(rows):
            block = self.blocks.get(output.id) or self._block(output.id)
            if self._column.indexOf(block) != at:
                self._column.removeWidget(block)
                self._column.insertWidget(at, block)
            block.show_output(output, at + 1)
        self._none.setVisible(not rows)
        self._show_current(self.current if self.current in ids else (ids or [""])[0])

    @property
    def _own_words(self) -> dict[str, str]:
        return self.question.named if isinstance(self.question, Outputs) else {}

    def _block(self, row_id: str) -> OutputRow:
        shows = bool(self.session.bid.round.principles)
        block = self.blocks[row_id] = OutputRow(
            self._own_words, read_only=self.read_only, shows=shows
        )
        block.edited.connect(lambda field, words: self._on_edited(row_id, field, words))
        block.asked.connect(lambda what: self._on_asked(row_id, what))
        block.entered.connect(lambda: self._show_current(row_id))
        block.typing_ended.connect(self.session.break_typing)
        for line in block.lines.values():
            line.undo_asked.connect(self.session.undo)
            line.redo_asked.connect(self.session.redo)
        return block

    def _show_current(self, row_id: str) -> None:
        self.current = row_id
        for id_, block in self.blocks.items():
            block.set_current(current=id_ == row_id and len(self.blocks) > 1)
        self.strip.setVisible(bool(row_id) and bool(self.session.bid.round.principles))
        if row_id:
            self.strip.show_place(self.place.at(row_id))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Beside the fields."""
        self._problems = problems
        for row_id, block in self.blocks.items():
            own = self.place.at(row_id)
            block.show_problems(tuple(p for p in problems if own.holds(p.place)))

    def in_focus(self) -> tuple[Place, str]:
        """The current output, or the table."""
        return (self.place.at(self.current) if self.current else self.place), ""

    def go_to(self, place: Place) -> None:
        """The field of a cell, a chip or reason of a row's evidence, or the first field."""
        if place.is_evidence:
            self._show_current(place.item.row)
            self.strip.go_to(place)
            return
        block = self.blocks.get(place.row) or next(iter(self.blocks.values()), None)
        if block is None:
            self.add_button.setFocus()
        else:
            block.lines.get(place.field, block.lines["output"]).setFocus()

    # --- what the officer does ---------------------------------------------------------------

    def add_output(self) -> None:
        """A new block at the end, ready for its name."""
        before = set(self.blocks)
        self.session.break_typing()
        self.session.edit(lambda bid: add_rows(bid, self.question.id, ({},)), "Added an output")
        self.refresh()
        for row_id in self.blocks.keys() - before:
            self.go_to(self.place.at(row_id, "output"))

    def _on_edited(self, row_id: str, field: str, words: str) -> None:
        cell = " ".join(words.split()) or None
        try:
            self.session.edit(
                lambda bid: set_cell(bid, self.question.id, row_id, {field: cell}),
                f"Changed {self._title(row_id)}",
                self.place.at(row_id, field),
            )
        except NotAllowedError:  # longer than a cell can be: the box goes back to what it holds
            self.refresh()

    def _on_asked(self, row_id: str, what: str) -> None:
        id_, title = self.question.id, self._title(row_id)
        if what == "shows":
            first = self.session.bid.round.principles[0]
            self.go_to(self.place.at(row_id).showing(first.number))
            return
        if what == "delete":
            self.session.edit(lambda bid: remove_row(bid, id_, row_id), f"Deleted {title}")
            self.navigator.say(f"Deleted {title}", undo=True)
        else:
            by = -1 if what == "up" else 1
            self.session.edit(lambda bid: move_row(bid, id_, row_id, by), f"Moved {title}")
        self.refresh()
        self.go_to(self.place.at(row_id))

    def _title(self, row_id: str) -> str:
        found = next((output.output for output in self._rows if output.id == row_id), None)
        return f"“{found}”" if found else "an output"
