"""A bid on a round, filled with made-up answers."""

from collections.abc import Mapping
from typing import NamedTuple

from bidwriter.bids.bid import Answer, Bid, Evidence, rebuilt
from bidwriter.bids.principles import Item, items
from bidwriter.desk.trying.files import MadeFile, file
from bidwriter.desk.trying.made import made_up
from bidwriter.desk.trying.setting import Setting
from bidwriter.kinds.frozen import is_empty
from bidwriter.kinds.kinds import AnyQuestion, Value
from bidwriter.kinds.values.files import Files
from bidwriter.rounds.round import Round

_REASON = "Made up, only to try this round"


class Wishes(NamedTuple):
    """What is to be answered otherwise than usual: question → answer, None for no answer; and which
    questions as shortly as can be."""

    answers: Mapping[str, Value | None] = {}
    brief: frozenset[str] = frozenset()

    def also(
        self, answers: Mapping[str, Value | None], brief: frozenset[str] = frozenset()
    ) -> "Wishes":
        """These and further ones, which win."""
        return Wishes({**self.answers, **answers}, self.brief | brief)


class Filler:
    """Fills bids on one round at one moment. What was made once is used again. `evidence` is what
    is said to show a principle, where that is answered."""

    def __init__(self, setting: Setting, evidence: tuple[Evidence, ...] = ()) -> None:
        self.setting = setting
        self._given = evidence
        self._made: dict[tuple[str, bool], Value | None] = {}
        self._files: dict[str, MadeFile | None] = {}
        self._empty = Bid(bid_id="madeuptotryaround", round=setting.round)

    @property
    def round(self) -> Round:
        """The round."""
        return self.setting.round

    def filled(self, wishes: Wishes) -> Bid:
        """Every question that is asked then, answered. What is asked depends on earlier answers, so
        that it is filled again until no more is asked: at the latest after as many times as
        there are questions that decide."""
        bid = self._answered(self._empty, wishes)
        for _ in self.round.questions:
            before, bid = bid, self._answered(bid, wishes)
            if bid.asked == before.asked and bid.answers == before.answers:
                break
        return self._with_evidence(bid)

    def _answered(self, bid: Bid, wishes: Wishes) -> Bid:
        given: list[Answer] = []
        files: list[MadeFile] = []
        for question in bid.asked:
            if isinstance(question, Files):
                made = self.file(question) if wishes.answers.get(question.id, ()) == () else None
                files += [made] if made else []
                continue
            value = self._answer(question, wishes)
            if value is not None and not is_empty(value):
                given.append(Answer(question.id, question.kind, question.tidy(value)))
        attached = sorted(
            (f.attachment for f in files), key=lambda a: (a.name.casefold(), a.sha256)
        )
        answers = tuple(sorted(given, key=lambda answer: answer.question))
        return rebuilt(bid, answers=answers, attachments=tuple(attached))

    def _answer(self, question: AnyQuestion, wishes: Wishes) -> Value | None:
        if question.id in wishes.answers:
            return wishes.answers[question.id]
        brief = question.id in wishes.brief
        setting = Setting(self.round, self.setting.now, wishes.brief) if brief else self.setting
        if question is not self.round.by_id[question.id]:  # it offers less than the pack has
            return made_up(question, setting)
        key = (question.id, brief)
        if key not in self._made:
            self._made[key] = made_up(question, setting)
        return self._made[key]

    def file(self, question: Files) -> MadeFile | None:
        """The file that answers a question."""
        if question.id not in self._files:
            self._files[question.id] = file(question, self.setting)
        return self._files[question.id]

    def _with_evidence(self, bid: Bid) -> Bid:
        """What is said, and each principle of which nothing is said shown by something, in turn."""
        found = [item for item in items(bid) if not item.empty] if self.round.principles else []
        if not found:
            return bid
        places = {item.place for item in found}
        given = [one for one in self._given if one.place in places]
        said = {one.principle for one in given}
        numbers = [p.number for p in self.round.principles if p.number not in said]
        shown = [self._shown(found[at % len(found)], number) for at, number in enumerate(numbers)]
        evidence = sorted([*given, *shown], key=lambda one: (one.place, one.principle))
        return rebuilt(bid, evidence=tuple(evidence))

    def _shown(self, item: Item, number: int) -> Evidence:
        return Evidence(place=item.place, principle=number, strength="some", reason=_REASON)
