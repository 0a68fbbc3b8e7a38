"""Made-up right answers of the kinds that have one value."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from bidwriter.desk.trying.forms import FORMS, fits, shortest
from bidwriter.desk.trying.setting import Setting
from bidwriter.desk.trying.wording import USUAL, line, prose
from bidwriter.kinds.question import Limit
from bidwriter.kinds.values.body import Body, OneCouncil
from bidwriter.kinds.values.choice import ChooseOne, ChooseSeveral
from bidwriter.kinds.values.day import Date, When
from bidwriter.kinds.values.declarations import Declarations
from bidwriter.kinds.values.money import Sum
from bidwriter.kinds.values.month import Month
from bidwriter.kinds.values.number import Number
from bidwriter.kinds.values.patterns import wrong_with
from bidwriter.kinds.values.register import Register
from bidwriter.kinds.values.rich_text import RichText
from bidwriter.kinds.values.short_text import ShortText, TextFormat
from bidwriter.kinds.values.yes_no import YesNo
from bidwriter.prose.counting import count_words

AHEAD = timedelta(days=30)
OWN_WORDS = "Made-up words"


def short_text(question: ShortText, setting: Setting) -> str | None:
    """A line of the form that is asked for, within its limit."""
    for text in _lines(question, setting):
        if (
            text
            and not any(question.misfits(text))
            and fits(text, question.limit, count_words(text))
        ):
            return text
    return None


def _lines(question: ShortText, setting: Setting) -> Iterator[str]:
    is_brief = question.id in setting.brief
    if question.format == "text":
        words = OWN_WORDS
        if question.id == setting.round.cover.title:
            words = f"A made-up bid, only to try {setting.round.name}"
        yield line(words, question.limit, brief=is_brief)
    yield from FORMS[question.format][1 if is_brief else 0 :]
    if question.pattern and not wrong_with(question.pattern):
        yield shortest(question.pattern).text


def rich_text(question: RichText, setting: Setting) -> str:
    """Prose that shares its limit with what is counted beside it."""
    limit = question.limit
    if question.id in setting.brief:
        return line(prose(1).rstrip(","), limit)
    if limit is None or limit.words is None:
        return line(prose(USUAL), limit)
    return prose(min(USUAL, max(1, limit.words // (1 + len(limit.also_counts)))))


def choose_one(question: ChooseOne, setting: Setting) -> str | None:  # noqa: ARG001
    """The first option; own words where there is none."""
    own = OWN_WORDS if question.other else None
    return next((option.id for option in question.options), own)


def choose_several(question: ChooseSeveral, setting: Setting) -> tuple[str, ...]:
    """All that can stand together; of those that stand alone, one."""
    several = tuple(option.id for option in question.options if not option.alone)
    if not several:
        one = choose_one(ChooseOne.model_construct(**dict(question)), setting)
        return (one,) if one else ()
    return several


def yes_no(question: YesNo, setting: Setting) -> bool:  # noqa: ARG001
    """Yes."""
    return True


def day_of(question: When, setting: Setting) -> date:
    """A day in the weeks to come, where one may be."""
    return setting.today if question.not_after_today else setting.today + AHEAD


def day(question: Date, setting: Setting) -> date:
    """A day in the weeks to come, or today."""
    return day_of(question, setting)


def month(question: Month, setting: Setting) -> str:
    """The month of such a day."""
    return f"{day_of(question, setting):%Y-%m}"


def money(question: Sum, setting: Setting) -> Decimal | None:  # noqa: ARG001
    """A sum between the least and the most."""
    return within(Decimal(1000), question.min, question.max, Decimal("0.01"))


def number(question: Number, setting: Setting) -> Decimal | None:  # noqa: ARG001
    """A number between the least and the most; a whole one where that is asked."""
    step = Decimal(1) if question.whole else Decimal("0.0001")
    return within(Decimal(10), question.min, question.max, step)


def within(
    usual: Decimal, least: Decimal | None, most: Decimal | None, step: Decimal
) -> Decimal | None:
    """`usual`, or what is nearest to it between `least` and `most`, in whole `step`s; None where
    there is no such figure."""
    figure = usual if least is None else max(usual, least)
    figure = figure if most is None else min(figure, most)
    if (least is not None and figure == least) or most is None or figure != most:
        figure = figure.quantize(step, rounding=ROUND_CEILING)
    else:
        figure = (figure // step) * step  # towards nought
        figure = figure - step if figure > most else figure
    low, high = least is not None and figure < least, most is not None and figure > most
    return None if low or high else figure


def council(question: OneCouncil, setting: Setting) -> Body:  # noqa: ARG001
    """A council that was there on the day of the register."""
    return a_council(setting)


def a_council(setting: Setting, at: int = 0) -> Body:
    """A council of the register, the `at`-th, or a made-up one where it has no more."""
    if at < len(setting.there):
        return Body(code=setting.there[at].code)
    return Body(name=f"Made-up council {at + 1}", kind="council", nation="England")


def register(question: Register, setting: Setting) -> str | None:  # noqa: ARG001
    """The first entry of the list."""
    own = OWN_WORDS if question.other else None
    return next((id_ for id_ in question.labels if id_), own)


def declarations(question: Declarations, setting: Setting) -> tuple[str, ...]:  # noqa: ARG001
    """Every statement."""
    return tuple(statement.id for statement in question.statements)


def of_form(form: TextFormat, limit: Limit | None) -> str | None:
    """A line of a form within a limit."""
    for text in (line(OWN_WORDS, limit),) if form == "text" else FORMS[form]:
        if text and fits(text, limit, count_words(text)):
            return text
    return None
