"""The rules of a round as sentences with blanks: "The fund pays at most £25,000". A sentence is a
named check with some of its parameters; what no sentence says is shown as it is written."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from bidwriter.kinds.values.day import parse as parse_day
from bidwriter.kinds.values.day import show as show_day
from bidwriter.kinds.values.money import parse as parse_money
from bidwriter.kinds.values.money import show as show_money
from bidwriter.pack_editing.answers import answers_of
from bidwriter.pack_editing.further import whole_number
from bidwriter.pack_editing.texts import PackTexts
from bidwriter.rounds.toml_parts import Way

Data = Mapping[str, Any]
BlankSort = Literal["money", "percent", "count", "day", "question", "answer", "words"]
_AROUND = ("check", "phase", "severity", "basis", "note", "quote", "asked-when")
_RULES: Way = ("checks",)


class Blank(NamedTuple):
    """What is filled in: the parameter, what it takes, and whether it may be left empty. `kinds`
    are those of the questions that can stand in one for a question (none: any)."""

    name: str
    sort: BlankSort
    label: str
    optional: bool = False
    kinds: tuple[str, ...] = ()


class Sentence(NamedTuple):
    """What a rule can say: words, with a blank where a name in braces stands; `fixed` are its other
    parameters, `needs` the kind of question without which it says nothing."""

    check: str
    title: str
    words: str
    blanks: tuple[Blank, ...]
    fixed: tuple[tuple[str, Any], ...] = ()
    needs: str = ""


_LEAST = Blank("min", "money", "At least", optional=True)
_MOST = Blank("max", "money", "At most", optional=True)
_DECIDES = ("yes-no", "choose-one", "choose-several")
SENTENCES: tuple[Sentence, ...] = (
    Sentence(
        "cost-cap", "The most that the fund pays", "The fund pays at most {max}",
        (Blank("max", "money", "At most"),), needs="cost-lines",
    ),
    Sentence(
        "cost-minimum", "The least that the fund pays", "The fund pays at least {min}",
        (Blank("min", "money", "At least"),), needs="cost-lines",
    ),
    Sentence(
        "cost-between", "What the fund pays in each year",
        "In each year the fund pays {min} at least and {max} at most",
        (_LEAST, _MOST), (("payer", "fund"), ("year", "each")), "cost-lines",
    ),
    Sentence(
        "contribution-share", "What the applicants give",
        "The applicants give at least {min-percent} of the whole",
        (Blank("min-percent", "percent", "Per cent"),), needs="cost-lines",
    ),
    Sentence(
        "contribution-share", "What the applicants give in cash",
        "The applicants give at least {min-percent} of the whole in cash",
        (Blank("min-percent", "percent", "Per cent"),), (("cash-only", True),), "cost-lines",
    ),
    Sentence(
        "authorities", "How many councils take part",
        "At least {min} councils take part, the lead among them, and at most {max}",
        (Blank("min", "count", "At least"), Blank("max", "count", "At most", optional=True)),
        needs="partners",
    ),
    Sentence(
        "agreed", "Partners have agreed", "Every partner has agreed", (), needs="partners",
    ),
    Sentence(
        "must-be", "An answer that is a must", "{question} is answered {answer}. Else: {words}",
        (
            Blank("question", "question", "Question", kinds=_DECIDES),
            Blank("answer", "answer", "Answer"),
            Blank("words", "words", "What is said otherwise", optional=True),
        ),
    ),
    Sentence(
        "all-chosen", "Everything is to be chosen", "Everything is chosen in {question}",
        (Blank("question", "question", "Question", kinds=("choose-several",)),),
    ),
    Sentence(
        "date-order", "Which day comes first", "{last} is not before {first}",
        (
            Blank("first", "question", "First", kinds=("date",)),
            Blank("last", "question", "Last", kinds=("date",)),
        ),
    ),
    Sentence(
        "date-range", "When a day is", "{question} is not before {from} and not after {to}",
        (
            Blank("question", "question", "Question", kinds=("date",)),
            Blank("from", "day", "Not before", optional=True),
            Blank("to", "day", "Not after", optional=True),
        ),
    ),
)  # fmt: skip


def sentence_of(rule: Data) -> Sentence | None:
    """The sentence that says all of a rule; None where none does."""
    said = {name: value for name, value in rule.items() if name not in _AROUND}
    for sentence in SENTENCES:
        if sentence.check != rule.get("check"):
            continue
        blanks = {blank.name for blank in sentence.blanks}
        fixed = dict(sentence.fixed)
        if {k: v for k, v in said.items() if k not in blanks} == fixed:
            return sentence
    return None


def told(rule: Data, data: Data) -> str:
    """A rule as it is read: "The fund pays at most £25,000"; by its parameters where no sentence
    says it."""
    sentence = sentence_of(rule)
    if sentence is None:
        rest = ", ".join(f"{k} {v}" for k, v in rule.items() if k not in _AROUND)
        return f"{rule.get('check', '')}: {rest}" if rest else str(rule.get("check", ""))
    words = sentence.words
    for blank in sentence.blanks:
        shown = shown_in(blank, rule, data)
        words = words.replace(f"{{{blank.name}}}", shown or "…")
    return words


def shown_in(blank: Blank, rule: Data, data: Data) -> str:
    """What stands in a blank, as it is shown; "" for nothing."""
    value = rule.get(blank.name)
    if value in (None, ""):
        return ""
    shows: Mapping[BlankSort, Callable[[Any], str]] = {
        "money": lambda one: show_money(parse_money(str(one))),
        "percent": lambda one: f"{one}%",
        "day": lambda one: show_day(parse_day(str(one))),
        "question": lambda one: f"“{_wording(data, one)}”",
        "answer": lambda one: f"“{_answer(data, str(rule.get('question', '')), one)}”",
    }
    try:
        return shows.get(blank.sort, str)(value)
    except ValueError:
        return str(value)  # a pack may hold anything; the linter says what is wrong


def filled(sentence: Sentence, typed: Mapping[str, str]) -> dict[str, Any]:
    """The rule that a sentence says with what was typed in its blanks; questions and answers are
    named by their ids. Raises NotAllowedError with what would do."""
    made: dict[str, Any] = {"check": sentence.check, **dict(sentence.fixed)}
    for blank in sentence.blanks:
        words = typed.get(blank.name, "").strip()
        if words:
            made[blank.name] = _read(blank.sort, words)
    return made


def _read(sort: BlankSort, words: str) -> Any:
    match sort:
        case "money":
            return f"{parse_money(words):.2f}"
        case "percent" | "count":
            return whole_number(words.removesuffix("%").strip())
        case "day":
            return parse_day(words).isoformat()
        case _:
            return words


def with_rule(texts: PackTexts, at: int | None, rule: Data) -> PackTexts:
    """The pack with a rule in the place of another, which keeps its phase, its severity and where
    it comes from; or with one more."""
    rules = [dict(one) for one in texts.data.get("checks", ())]
    if at is None:
        return texts.with_value(_RULES, [*rules, dict(rule)])
    kept = {name: rules[at][name] for name in _AROUND[1:] if name in rules[at]}
    return texts.with_value((*_RULES, at), {**rule, **kept})


def without_rule(texts: PackTexts, at: int) -> PackTexts:
    """The pack without a rule."""
    return texts.with_value((*_RULES, at), None)


def _wording(data: Data, id_: Any) -> str:
    found = (one for one in data.get("questions", ()) if one.get("id") == id_)
    question: Data = next(found, {})
    return str(question.get("label") or question.get("wording") or id_)


def _answer(data: Data, id_: str, answer: Any) -> str:
    found = (one for one in data.get("questions", ()) if one.get("id") == id_)
    return dict(answers_of(next(found, {}))).get(str(answer), str(answer))
