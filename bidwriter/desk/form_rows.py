"""A fund's form beside what was made of it: its lines, a row for each question with what is asked
about it, and what stands at its head."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bidwriter.desk.making_round import MadeRound, make_round
from bidwriter.doubts import Doubt, Way
from bidwriter.fund_forms.found import NOTHING, FoundForm, FoundQuestion
from bidwriter.fund_forms.opening import OpenedForm
from bidwriter.fund_forms.pack.making import Named
from bidwriter.fund_forms.telling import about, counted, limit
from bidwriter.rounds.linting.lint import faults

_UNNAMED = Named()


class AskedDoubt(NamedTuple):
    """A doubt and how it was answered; None while it was not."""

    doubt: Doubt
    way: Way | None


class FoundRow(NamedTuple):
    """A question: its number in the list from 1, what was read of it, the kinds that somebody may
    say it is of (its own first), and what is asked about it."""

    number: int
    key: str
    wording: str
    about: str
    limit: str
    kinds: tuple[str, ...]
    asked: tuple[AskedDoubt, ...]


class WrittenLine(NamedTuple):
    """A line of the form, and the numbers of the questions that it asks."""

    words: str
    numbers: tuple[int, ...] = ()
    is_heading: bool = False

    @property
    def said(self) -> str:
        """What a screen reader hears."""
        if not self.numbers:
            return f"Heading: {self.words}" if self.is_heading else self.words
        noun = "question" if len(self.numbers) == 1 else "questions"
        return f"{self.words}, {noun} {', '.join(map(str, self.numbers))}"


class FormWork(NamedTuple):
    """A form that is being made into a round: what the person said of it so far (`ways` by the ids
    of doubts, and the names), and the round as it is with that. `loose` is what is asked about no
    question that has a row; empty lines are left out of `lines`."""

    opened: OpenedForm
    ways: Mapping[str, Way]
    named: Named
    made: MadeRound
    rows: tuple[FoundRow, ...]
    loose: tuple[AskedDoubt, ...]
    lines: tuple[WrittenLine, ...]


def work_on(
    opened: OpenedForm, ways: Mapping[str, Way] = NOTHING, named: Named = _UNNAMED
) -> FormWork:
    """The work on a form once this is said of it. Raises NoFormError."""
    made = make_round(opened, named, ways)
    asked = _by_question(made, ways)
    rows = tuple(_rows(opened, made.form, asked))
    loose = tuple(one for some in asked.values() for one in some)
    return FormWork(opened, ways, named, made, rows, loose, tuple(_lines(opened, made.form)))


def _by_question(made: MadeRound, ways: Mapping[str, Way]) -> dict[str, list[AskedDoubt]]:
    """All doubts by the key or place of what they are about; not those that were answered in
    another way than by one of their readings, such as by another kind of question."""
    found: dict[str, list[AskedDoubt]] = {}
    for doubt in dict.fromkeys(made.asked):
        way = ways.get(doubt.id)
        if way is None or any(reading.way == way for reading in doubt.readings):
            found.setdefault(doubt.id.partition(":")[2], []).append(AskedDoubt(doubt, way))
    return found


def _rows(
    opened: OpenedForm, form: FoundForm, asked: dict[str, list[AskedDoubt]]
) -> Iterator[FoundRow]:
    """A row for each question; what is asked about it is taken out of `asked`."""
    pages = [page for section in form.sections for page in section.pages]
    both = ((question, page) for page in pages for question in page.questions)
    for number, (question, page) in enumerate(both, 1):
        yield FoundRow(
            number,
            question.key,
            question.wording,
            about(question, form, page.asked_when),
            limit(question),
            opened.kinds_of(question),
            tuple(one for name in _names(question) for one in asked.pop(name, ())),
        )


def _lines(opened: OpenedForm, form: FoundForm) -> Iterator[WrittenLine]:
    numbers: dict[str, tuple[int, ...]] = {}
    for number, question in enumerate(form.questions, 1):
        place = question.stands or question.place
        numbers[place] = (*numbers.get(place, ()), number)
    titles = {section.title for section in form.sections} | {form.name}
    for line in opened.lines(form):
        asks = numbers.get(line.place, ()) if line.place else ()
        if line.words.strip():
            is_heading = not asks and (bool(line.level) or line.words in titles)
            yield WrittenLine(line.words, asks, is_heading)


def _names(question: FoundQuestion) -> tuple[str, ...]:
    """What the ids of its doubts may name it by."""
    return tuple(dict.fromkeys(filter(None, (question.key, question.place))))


def next_asked(work: FormWork, number: int, id_: str, by: int) -> str:
    """The id of the open doubt after (`by` 1) or before (-1) the doubt `id_`, or else the end of
    the question `number` (0: the head of all), and round to the other end; "" for none."""
    asked = [(0, one) for one in work.loose]
    asked += [(row.number, one) for row in work.rows for one in row.asked]
    ids = [one.doubt.id for _, one in asked]
    here = ids.index(id_) if id_ in ids else sum(of <= number for of, _ in asked) - 0.5
    waiting = [at for at, (_, one) in enumerate(asked) if one.way is None][::by]
    further = [at for at in waiting if (at - here) * by > 0]
    return ids[(further or waiting)[0]] if waiting else ""


def heading(work: FormWork) -> str:
    """ "7 questions found, 1 to ask you about"."""
    many, left = len(work.made.form.questions), len(work.made.doubts)
    asked = f"{left:,} to ask you about" if left else "nothing to ask you about"
    return f"{counted(many, 'question')} found, {asked}"


def linted(made: MadeRound) -> str:
    """ "Linted: 2 things to mend"."""
    wrong = len(faults(made.findings))
    advice = len(made.findings) - wrong
    said = f"Linted: {counted(wrong, 'thing') if wrong else 'nothing'} to mend"
    return f"{said}, {counted(advice, 'piece')} of advice" if advice else said
