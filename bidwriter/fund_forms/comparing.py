"""What a form compares answers with, as the cases in which it holds; also written as an expression
("${area} = 'north' and ${homes} > 5"), of which nothing is executed."""

import ast
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import reduce

from bidwriter.fund_forms.cases import (
    ALWAYS,
    FALSE,
    NEVER,
    TRUE,
    Cases,
    Fact,
    any_of,
    both,
    is_one_of,
    opposite,
    terms_of,
)
from bidwriter.fund_forms.found import FoundQuestion, FoundTerm
from bidwriter.kinds.values.numbers import plain

LONGEST = 2_000  # characters of an expression
_LONGEST_FIGURE = 12  # digits
_FIGURES = (">=", ">", "<=", "<")


class UnclearError(Exception):
    """A condition that no round can say; the message says why."""


class Comparing:
    """Comparisons with the answers of a form; `questions` are its questions by key."""

    def __init__(self, questions: Mapping[str, FoundQuestion]) -> None:
        self._questions = questions

    def domain(self, fact: Fact) -> frozenset[str]:
        """All that a fact may be."""
        return frozenset({TRUE, FALSE}) if fact.of else frozenset(self.answers_of(fact.question))

    def answers_of(self, key: str) -> tuple[str, ...]:
        """The answers that a question offers, in its order."""
        question = self._questions[key]
        if question.kind == "yes-no":
            return ("yes", "no")
        return tuple(option.key for option in question.options)

    def compared(self, key: str, sign: str, value: str) -> Cases:
        """The cases in which an answer compares so: "=" and "!=" with an option (or whether it is
        among those chosen), ">=", ">", "<=" and "<" with a figure. Raises UnclearError."""
        question = self._questions.get(key)
        if question is None:
            raise UnclearError(f"it asks about “{key[:60]}”, which the form does not ask before")
        if sign in _FIGURES:
            return self._of_figure(question, sign, value)
        chosen = self._chosen(question, value)
        several = question.kind == "choose-several"
        fact = Fact(question.key, f"={chosen}" if several else "")
        found = is_one_of(fact, [TRUE if several else chosen])
        return found if sign == "=" else opposite(found, self.domain)

    def terms(self, cases: Cases, asked: Mapping[str, Cases]) -> tuple[FoundTerm, ...] | None:
        """The terms that say these cases, their answers in the form's order; None where no terms
        can. `asked`: the cases in which each question is asked itself."""
        found = terms_of(cases, asked, self.domain)
        return None if found is None else tuple(self._in_order(term) for term in found)

    def _in_order(self, term: FoundTerm) -> FoundTerm:
        answers = self.answers_of(term.question)
        return term._replace(
            is_=tuple(key for key in answers if key in term.is_),
            is_not=tuple(key for key in answers if key in term.is_not),
        )

    def _chosen(self, question: FoundQuestion, value: str) -> str:
        """The key of the answer that is named by its value or its words."""
        if question.kind == "yes-no":
            words = value.strip().lower()
            if words in ("true", "yes", "1", "false", "no", "0"):
                return "yes" if words in ("true", "yes", "1") else "no"
        keys = {option.label: option.key for option in reversed(question.options)}
        keys |= {option.key: option.key for option in question.options}
        if value in keys:
            return keys[value]
        raise UnclearError(f"“{question.wording}” has no answer “{value[:60]}”")

    def _of_figure(self, question: FoundQuestion, sign: str, value: str) -> Cases:
        """Whether a figure is at least so much."""
        least = _figure(value)
        if question.kind not in ("number", "money") or not least:
            raise UnclearError(f"“{question.wording}” is no figure, and is compared with “{value}”")
        if sign in (">", "<="):
            if not question.more.get("whole") or "." in least:
                raise UnclearError(f"“{question.wording}” {sign} {value} is no “at least”")
            least = str(int(least) + 1)
        found = is_one_of(Fact(question.key, f">{least}"), [TRUE])
        return found if sign in (">", ">=") else opposite(found, self.domain)


def _figure(value: str) -> str:
    """A figure as a pack writes it; "" for none."""
    try:
        figure = Decimal(value.strip().replace(",", ""))
    except ArithmeticError:
        return ""
    return plain(figure) if figure.is_finite() and abs(figure.adjusted()) < _LONGEST_FIGURE else ""


# --- expressions, read as Python's, of which only these parts are looked at -----------------------

_SIGNS: dict[type[ast.cmpop], str] = {
    ast.Eq: "=", ast.NotEq: "!=", ast.GtE: ">=", ast.Gt: ">", ast.LtE: "<=", ast.Lt: "<",
}  # fmt: skip
_TRUTHS = {"true": ALWAYS, "True": ALWAYS, "false": NEVER, "False": NEVER}
_UNREADABLE = "the condition cannot be read"


class Expression:
    """Conditions written as expressions. `named` gives the cases of a name that stands alone, and
    `key_of` the key of the question that a dotted name stands for."""

    def __init__(
        self, comparing: Comparing, named: Callable[[str], Cases], key_of: Callable[[str], str]
    ) -> None:
        self._comparing, self._named, self._key_of = comparing, named, key_of

    def cases(self, words: str) -> Cases:
        """The cases in which it holds. Raises UnclearError and TangledError."""
        try:
            if len(words) > LONGEST:
                raise UnclearError("the condition is too long")
            return self._of(ast.parse(words.strip(), mode="eval").body)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise UnclearError(f"the condition “{words[:60]}” cannot be read") from None

    def _of(self, node: ast.expr) -> Cases:
        domain = self._comparing.domain
        match node:
            case ast.BoolOp(op=ast.Or(), values=values):
                return any_of([self._of(one) for one in values], domain)
            case ast.BoolOp(values=values):
                parts = [self._of(one) for one in values]
                return reduce(lambda found, one: both(found, one, domain), parts, ALWAYS)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return opposite(self._of(operand), domain)
            case ast.Call(func=ast.Name(id="selected"), args=[asked, value]):
                return self._compared(asked, "=", value)
            case ast.Compare(left=asked, ops=[op], comparators=[value]) if type(op) in _SIGNS:
                return self._compared(asked, _SIGNS[type(op)], value)
            case ast.Compare(left=value, ops=[ast.In()], comparators=[asked]):
                return self._compared(asked, "=", value)
            case ast.Name(id=name):
                return _TRUTHS[name] if name in _TRUTHS else self._named(name)
        raise UnclearError(_UNREADABLE)

    def _compared(self, asked: ast.expr, sign: str, value: ast.expr) -> Cases:
        return self._comparing.compared(self._key_of(_dotted(asked)), sign, _literal(value))


def _dotted(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{_dotted(value)}.{name}"
    raise UnclearError(_UNREADABLE)


def _literal(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Constant(value=bool() | str() | int() | float() as value):
            return str(value)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return f"-{value}"
    raise UnclearError(_UNREADABLE)
