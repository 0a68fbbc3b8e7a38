"""Texts: there, readable on one line where they are shown on one, and said to be assumed where
they are."""

import re
from collections.abc import Iterator

from bidwriter.kinds.question import Stated, limit_of
from bidwriter.kinds.values.declarations import Declarations
from bidwriter.rounds.linting.finding import Found
from bidwriter.rounds.round import Round

LONGEST = 600  # characters of a wording or a label: more is guidance
_BREAKS = re.compile("[\n\r\v\f\u0085\u2028\u2029]")


def limits(round_: Round) -> Found:
    """Limits count one thing, and not themselves."""
    for question in round_.questions:
        limit, place = limit_of(question), f"questions/{question.id}/limit"
        if limit and limit.words is None and limit.characters is None:
            yield place, "The limit has no unit", "Write words = … or characters = …"
        if limit and limit.words is not None and limit.characters is not None:
            yield place, "The limit has two units", "Keep words or characters"
        if limit and question.id in limit.also_counts:
            words = "The limit counts its own question twice"
            yield f"{place}/also-counts", words, "Name other questions only"


def texts(round_: Round) -> Found:
    """Texts that lack, and those that nobody could read where they are shown."""
    for place, words in needed_texts(round_):
        if not words.strip():
            yield place, "A text is missing", "Write it"
        elif _BREAKS.search(words.strip()):
            yield place, "The text has line breaks", "Write it on one line"
        elif len(words) > LONGEST:
            many = f"The text has {len(words):,} characters"
            yield place, many, f"Keep to {LONGEST}; put the rest into its guidance"
    for question in round_.questions:
        guidance = question.guidance
        if not (guidance.looks_for or guidance.text or guidance.folded):
            words = "There is no guidance on what the panel looks for"
            yield f"questions/{question.id}/guidance", words, "Write looks-for, or text"
    for place, stated in stated_in(round_):
        if stated.basis == "assumed" and not stated.note.strip():
            yield place, "It is assumed, but no note says so in words", 'Write note = "…"'


def needed_texts(round_: Round) -> Iterator[tuple[str, str]]:
    """Place and words of every text that a round cannot do without."""
    yield from (("fund", round_.fund), ("name", round_.name))
    for question in round_.questions:
        yield f"questions/{question.id}/wording", question.wording
        if question.label:
            yield f"questions/{question.id}/label", question.label
        for group, id_, text in question.parts():
            yield f"questions/{question.id}/{group}/{id_}", text
    for section in round_.sections:
        yield f"sections/{section.id}/title", section.title
        for task in section.tasks:
            yield f"sections/{section.id}/tasks/{task.id}/label", task.label
    yield from ((f"principles/{p.number}/text", p.text) for p in round_.principles)
    yield from ((f"principles/{p.number}/name", p.name) for p in round_.principles)
    yield from ((f"commitments/{c.id}/text", c.text) for c in round_.commitments)
    yield from ((f"phases/{p.id}/name", p.name) for p in round_.phases)
    yield from ((f"required-outputs/{o.id}/name", o.name) for o in round_.required_outputs)


def stated_in(round_: Round) -> Iterator[tuple[str, Stated]]:
    """Place and value of all that says whether it is published."""
    for question in round_.questions:
        place = f"questions/{question.id}"
        yield place, question
        if isinstance(question, Declarations):
            yield from ((f"{place}/statements/{s.id}", s) for s in question.statements)
        if limit := limit_of(question):
            yield f"{place}/limit", limit
    yield from ((f"checks/{use.check}", use) for use in round_.checks)
    for criterion in round_.criteria:
        place = f"criteria/{criterion.id}"
        yield place, criterion
        yield from ((f"{place}/sub-criteria/{p.id}", p) for p in criterion.sub_criteria)
    yield from ((f"sign-offs/{one.id}", one) for one in round_.sign_offs)
    yield from ((f"required-outputs/{one.id}", one) for one in round_.required_outputs)
    yield from ((f"phases/{phase.id}", phase) for phase in round_.phases)
    yield from ((f"principles/{p.number}", p) for p in round_.principles)
    yield from ((f"commitments/{c.id}", c) for c in round_.commitments)
    for name, stated in (
        ("scoring", round_.scoring), ("closes", round_.closes), ("opens", round_.opens),
    ):  # fmt: skip
        if stated:
            yield name, stated
