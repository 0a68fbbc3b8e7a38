"""What was read of a form, in the words of those who know the fund and not the pack."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from bidwriter.fund_forms.found import FoundForm, FoundQuestion, FoundRule, FoundTerm
from bidwriter.kinds.values.day import show as show_day
from bidwriter.kinds.values.money import show as show_money

_SHORT = 60  # characters of a wording that is named
_FORMATS = {"email": "An e-mail address", "phone": "A telephone number", "web": "A web address"}


class ToldRule(NamedTuple):
    """A rule: what it is on, what it says, and the fund's own sentence."""

    title: str
    value: str
    quote: str


def counted(many: int, noun: str) -> str:
    """ "1 question", "7 questions"."""
    return f"{many:,} {noun}" if many == 1 else f"{many:,} {noun}s"


def shortened(words: str, most: int = _SHORT) -> str:
    """The words on one line, cut where there are many."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


# --- questions -----------------------------------------------------------------------------------


def about(question: FoundQuestion, form: FoundForm, page: Iterable[FoundTerm] = ()) -> str:
    """All that was read of a question but its wording, kind and limit. `page` are the terms that
    its page is asked by."""
    return ". ".join(_parts(question, form, (*page, *question.asked_when)))


def _parts(question: FoundQuestion, form: FoundForm, terms: tuple[FoundTerm, ...]) -> Iterator[str]:
    if question.number:
        yield f"Number {question.number}"
    if question.weight:
        yield f"Weighs {question.weight}"
    if terms:
        yield f"Asked only if {' and '.join(dict.fromkeys(_term(term, form) for term in terms))}"
    if question.optional:
        yield "May be left empty"
    if form_of := _FORMATS.get(str(question.more.get("format", ""))):
        yield form_of
    yield from _listed(question)
    if question.hint:
        yield f"Hint kept: “{question.hint.rstrip(' .')}”"
    if question.text or question.folded:
        yield "Guidance kept"


def _listed(question: FoundQuestion) -> Iterator[str]:
    if question.options:
        yield counted(len(question.options), "option")
    if question.statements:
        yield counted(len(question.statements), "statement")
    if question.columns:
        labels = ", ".join(shortened(column.label, 30) for column in question.columns)
        yield f"{counted(len(question.columns), 'column')}: {labels}"
    if question.rows:
        yield counted(len(question.rows), "row")


def _term(term: FoundTerm, form: FoundForm) -> str:
    decider = next((one for one in form.questions if one.key == term.question), None)
    if decider is None:
        return "another answer says so"
    name = decider.number or f"“{shortened(decider.wording)}”"
    labels = {option.key: f"“{shortened(option.label)}”" for option in decider.options}
    if term.is_:
        return f"{name} is {_one_of(term.is_, labels)}"
    if term.is_not:
        return f"{name} is not {_one_of(term.is_not, labels)}"
    return f"{name} is at least {term.at_least}"


def _one_of(keys: tuple[str, ...], labels: dict[str, str]) -> str:
    said = [labels.get(key, key) for key in keys]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} or {said[-1]}"


def limit(question: FoundQuestion) -> str:
    """How long or large an answer may be: "300 words"; "3 pages, PDF"; "" where nothing says."""
    return ", ".join(_limits(question.kind, question.more))


def _limits(kind: str, more: Mapping[str, Any]) -> Iterator[str]:
    for unit, many in more.get("limit", {}).items():
        yield counted(many, unit.removesuffix("s"))
    if kind in ("money", "number"):
        yield from _bounds(kind, more)
    if kind == "cost-lines" and more.get("by-year"):
        yield "By year"
    if kind == "file":
        if many := more.get("most"):
            yield counted(many, "file")
        if pages := more.get("most-pages"):
            yield counted(pages, "page")
        if size := more.get("largest-mb"):
            yield f"{size} MB"
        yield from (ending.upper() for ending in more.get("types", ()))


def _bounds(kind: str, more: Mapping[str, Any]) -> Iterator[str]:
    low, high = (_figure(kind, more.get(name), more.get("unit", "")) for name in ("min", "max"))
    if low and high:
        yield f"{low} to {high}"
    elif low or high:
        yield f"At least {low}" if low else f"Up to {high}"


def _figure(kind: str, value: Any, unit: str) -> str:
    if value is None:
        return ""
    return show_money(Decimal(str(value))) if kind == "money" else f"{value} {unit}".strip()


# --- rules ---------------------------------------------------------------------------------------


def told_rule(rule: FoundRule) -> ToldRule:
    """A rule as officers say it: "Asked of the fund, at most": "£150,000"."""
    least, most = (_pounds(rule.params.get(name)) for name in ("min", "max"))
    if rule.check == "contribution-share":
        own = "Own cash" if rule.params.get("cash-only") else "Own share"
        percent = rule.params["min-percent"]
        return ToldRule(f"{own}, at least", f"{percent}% of the whole", rule.quote)
    yearly = ", each year" if rule.params.get("year") == "each" else ""
    if least and most:
        return ToldRule(f"Asked of the fund{yearly}", f"{least} to {most}", rule.quote)
    bound = "at least" if least else "at most"
    return ToldRule(f"Asked of the fund{yearly}, {bound}", least or most, rule.quote)


def _pounds(value: Any) -> str:
    return "" if value is None else show_money(Decimal(str(value)))


def told_closing(day: date | None, time: str) -> str:
    """ "Wed 31 Mar 2027, 17:00"; "Not found: say when" where no day is known."""
    if day is None:
        return "Not found: say when"
    return f"{show_day(day)}, {time}" if time else show_day(day)
