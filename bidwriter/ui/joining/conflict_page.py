"""One thing to decide: yours, theirs, where both started, the choices, and what each makes."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal

from bidwriter.bids.bid import Bid
from bidwriter.bids.joining.deciding import both_words
from bidwriter.bids.person import Stamp
from bidwriter.bids.printing.printed import shown_blocks
from bidwriter.bids.telling.conflicts import finding, noun, outcome_title
from bidwriter.desk import conflict_words as said
from bidwriter.desk.decisions import (
    Decision,
    Work,
    around,
    check_decision,
    preview,
    standing,
    taken,
)
from bidwriter.desk.whose import Story
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.ui.joining.choices import Choices
from bidwriter.ui.joining.prose_result import ProseResult
from bidwriter.ui.joining.side_card import Shown, SideCard, base_values, shown_values, values_widget
from bidwriter.ui.joining.value_result import ValueResult
from bidwriter.ui.parts.beside import Beside
from bidwriter.ui.parts.button import Button
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.field import FieldError
from bidwriter.ui.parts.heard import say_problem
from bidwriter.ui.parts.sheet import Sheet
from bidwriter.ui.parts.words import Words

_BESIDE_FROM = 620


class Draft(NamedTuple):
    """What is on the page and not decided yet: the choice, and what was written for it."""

    choice: str = ""
    both: str = ""
    other: str = ""
    looked: bool = False


class ConflictPage(Sheet):
    """`decided` carries the decision; `postponed` when it is left for later."""

    decided = Signal(object)
    postponed = Signal()

    def __init__(self, work: Work, story: Story, id_: str, draft: Draft) -> None:
        self.conflict = standing(work, id_)
        self._id = id_
        self._work = work._replace(decided={k: d for k, d in work.decided.items() if k != id_})
        self._bid, self._rest = taken(work), around(self._work, id_)
        self._side = story.side(self.conflict)
        title = finding(self._bid, self.conflict, self._side)
        found = work.conflict(id_)
        super().__init__(said.crumbs(work, found), title, said.hint(self.conflict))
        self._draft = draft._replace(choice="")
        self.result = self._make_result()
        self.choices = Choices(said.options(self._preview, story, self.conflict, self._bid))
        self.choices.setAccessibleName("What to keep")
        self._error = FieldError()
        self._lay_out(story)
        self._make_foot()
        self.choices.chosen.connect(self._on_chosen)
        self._show_nothing_chosen()
        if draft.choice:
            self.choices.choose(draft.choice)

    @property
    def draft(self) -> Draft:
        """What is on the page now, to come back to."""
        self._keep_written()
        return self._draft

    def _preview(self, decision: Decision) -> Bid:
        """The bid if this were decided so."""
        return preview(self._work, self._id, decision, self._rest)

    # --- making ------------------------------------------------------------------------------

    def _make_result(self) -> ProseResult | ValueResult:
        title = outcome_title(self._bid, self.conflict)
        if self.conflict.kind != "prose":
            made = ValueResult(title)
            made.edited.connect(self._on_written)
            return made
        prose = ProseResult(title, self._side.whose, lambda words: shown_blocks(self._bid, words))
        prose.edited.connect(self._on_written)
        prose.edit_asked.connect(self._on_edit)
        prose.started_from.connect(lambda side: prose.restart(self._words_of(side)))
        return prose

    def _lay_out(self, story: Story) -> None:
        conflict, own = self.conflict, story.own.name or "You"
        yours = SideCard(
            "Yours", conflict.mine_by, _name(conflict.mine_by, own), self._values(theirs=False)
        )
        whose = self._side.heading
        other = _name(conflict.theirs_by, self._side.name or "Another person")
        theirs = SideCard(whose, conflict.theirs_by, other, self._values(theirs=True))
        self.body.addSpacing(8)
        self.body.addWidget(Beside([(yours, 1), (theirs, 1)], least=_BESIDE_FROM))
        if conflict.base_known:
            title = story.beginning(conflict, noun(self._bid, conflict))
            content = values_widget(base_values(self._bid, conflict))
            self.body.addWidget(Disclosure(title, content, quiet=True))
        self.body.addSpacing(4)
        self.body.addWidget(self._error)
        self._say("")
        self.body.addWidget(self.choices)
        self.body.addSpacing(8)
        self.body.addWidget(self.result)
        self.body.addStretch(1)

    def _say(self, error: str) -> None:
        self._error.show_words(error)
        say_problem(self.choices, error)

    def _values(self, *, theirs: bool) -> list[Shown]:
        return shown_values(self._bid, self.conflict, theirs=theirs)

    def _make_foot(self) -> None:
        self.decide = Button("Decide and go on", "primary")
        self.later = Button("Leave for later")
        self.decide.clicked.connect(self.press_decide)
        self.later.clicked.connect(self.postponed)
        self.foot.addWidget(self.decide)
        self.foot.addWidget(self.later)
        self.foot.addStretch(1)
        keys = Words("Alt and an arrow key moves between decisions", "small", "text2")
        self.foot.addWidget(keys, 0, Qt.AlignmentFlag.AlignVCenter)

    # --- choosing ----------------------------------------------------------------------------

    def _words_of(self, side: str) -> str:
        part = self.conflict.parts[0]
        return str((part.mine if side == "mine" else part.theirs) or "")

    def _show_nothing_chosen(self) -> None:
        """Until a choice is made, what stands is shown as it is."""
        self.result.show_title("Until you decide, yours stays")
        if isinstance(self.result, ProseResult):
            self.result.show_words(self._words_of("mine"))
        else:
            self.result.show_value(said.value_after(self._bid, self.conflict))
        self._show_counts(Decision("mine"))

    def _on_chosen(self, key: str) -> None:
        self._keep_written()
        self._draft = self._draft._replace(choice=key)
        self._say("")
        self.result.show_title(outcome_title(self._bid, self.conflict))
        if isinstance(self.result, ProseResult):
            self._choose_prose(self.result, key)
        elif key == "other":
            self.result.write(self._draft.other or said.start_of(self._bid, self.conflict))
        else:
            after = self._preview(said.decision_of(key))
            self.result.show_value(said.value_after(after, self.conflict))
        self._show_counts(self._decision())

    def _choose_prose(self, result: ProseResult, key: str) -> None:
        if key == "other":
            result.write(self._draft.other or self._words_of("mine"), starts=True)
        elif key == "both":
            words = self._draft.both or both_words(self.conflict)
            result.looked.setChecked(self._draft.looked)
            result.show_words(words, to_look_at=True)
        else:
            result.show_words(self._words_of(key))

    def _on_edit(self) -> None:
        """Write on from what is shown: from both, or from one side as something else."""
        assert isinstance(self.result, ProseResult)
        if self._draft.choice == "both":
            self.result.write(self.result.words, starts=False)
        else:
            self._draft = self._draft._replace(other=self.result.words)
            self.choices.choose("other")
        self.result.go_to_writing()

    def _on_written(self) -> None:
        self._keep_written()
        decision = self._decision()
        if decision.choice == "both":
            words = said.used(self._preview(decision), self.conflict)
            self.choices.show_words("both", words)
        self._show_counts(decision)

    def _keep_written(self) -> None:
        """Remember what was written for the choice that it was written for."""
        choice, result = self._draft.choice, self.result
        if isinstance(result, ValueResult):
            other = result.words if choice == "other" else self._draft.other
            self._draft = self._draft._replace(other=other)
        elif choice == "both":
            looked = result.looked.isChecked() or result.is_writing
            self._draft = self._draft._replace(both=result.words, looked=looked)
        elif choice == "other":
            self._draft = self._draft._replace(other=result.words)

    def _decision(self) -> Decision:
        draft = self._draft
        words = {"both": draft.both or both_words(self.conflict), "other": draft.other}
        if isinstance(self.result, ProseResult) and self.result.is_writing:
            words[draft.choice] = self.result.words
        return said.decision_of(draft.choice, words.get(draft.choice, ""))

    def _show_counts(self, decision: Decision) -> None:
        after = self._preview(decision)
        if isinstance(self.result, ProseResult):
            use, many = said.use_in(after, self.conflict), said.many_words(after, self.conflict)
            self.result.show_use(use, many)
        else:
            self.result.show_note(said.consequence(after, self.conflict))

    # --- deciding ----------------------------------------------------------------------------

    def press_decide(self) -> None:
        """Take the choice, unless something must be done first."""
        self._keep_written()
        if not self._draft.choice:
            self._say("Choose what to keep")
            self.choices.setFocus()
            return
        error = self._what_is_wrong()
        self.result.say(error)
        if not error:
            self.decided.emit(self._decision())

    def _what_is_wrong(self) -> str:
        draft, result = self._draft, self.result
        if isinstance(result, ProseResult):
            if draft.choice == "both" and not draft.looked:
                result.looked.setFocus()
                return "Read it through, then say that you have"
            if draft.choice in ("both", "other") and not self._decision().words.strip():
                result.go_to_writing()
                return "Write something, or keep one of the two"
        try:
            check_decision(self._work, self._id, self._decision())
        except NotAllowedError as error:
            if isinstance(result, ProseResult):
                result.go_to_writing()
            else:
                result.line.setFocus()
            return str(error)
        return ""


def _name(stamp: Stamp | None, otherwise: str) -> str:
    return stamp.who.name if stamp and stamp.who.name else otherwise
