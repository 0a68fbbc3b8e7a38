"""A form's conditions, as the cases in which they hold.

A condition is a list of comparisons (with "and" and "or" between them, other conditions by name and
lists within), or in older forms an expression. `and` binds closer than `or`, as in the builder.
"""

import ast
from collections.abc import Mapping

from bidwriter.fund_forms.builder.values import Data, figure, part, parts, text
from bidwriter.fund_forms.cases import (
    ALWAYS,
    FALSE,
    TRUE,
    Cases,
    Fact,
    any_of,
    both,
    is_one_of,
    opposite,
)
from bidwriter.fund_forms.found import FoundQuestion

_DEEPEST = 8  # conditions that name conditions
_LONGEST = 2_000  # characters of an expression
_IS, _IS_NOT = ("is", "contains"), ("is not", "does not contain")
_COMPARED = {"is at least": ">=", "is more than": ">", "is at most": "<=", "is less than": "<"}
_OF_PYTHON: dict[type[ast.cmpop], str] = {
    ast.Eq: "is", ast.NotEq: "is not", ast.GtE: "is at least", ast.Gt: "is more than",
    ast.LtE: "is at most", ast.Lt: "is less than", ast.In: "contains",
}  # fmt: skip


class UnclearError(Exception):
    """A condition that no round can say; the message says why."""


class Conditions:
    """The conditions of a form. `questions` are its questions by the names of their components."""

    def __init__(self, form: Data, questions: Mapping[str, FoundQuestion]) -> None:
        self._questions = questions
        self._all = {text(one, "name"): one for one in parts(form, "conditions")}

    def domain(self, fact: Fact) -> frozenset[str]:
        """All that a fact may be."""
        return frozenset({TRUE, FALSE}) if fact.of else frozenset(self.answers_of(fact.question))

    def answers_of(self, key: str) -> tuple[str, ...]:
        """The answers that a question offers, in its order."""
        question = self._questions[key]
        if question.kind == "yes-no":
            return ("yes", "no")
        return tuple(option.key for option in question.options)

    def named(self, name: str, depth: int = 0) -> Cases:
        """The cases in which a condition holds. Raises UnclearError and TangledError."""
        if name not in self._all or depth > _DEEPEST:
            raise UnclearError(f"the form has no condition called “{name[:60]}”")
        value = self._all[name].get("value")
        if isinstance(value, str):
            return self._expression(value)
        return self._listed(part(self._all[name], "value"), depth)

    def __contains__(self, name: str) -> bool:
        return name in self._all

    def _listed(self, group: Data, depth: int) -> Cases:
        if depth > _DEEPEST:
            raise UnclearError("the condition goes too deep")
        runs: list[Cases] = []
        for one in parts(group, "conditions"):
            found = self._entry(one, depth)
            if runs and text(one, "coordinator").lower() != "or":
                runs[-1] = both(runs[-1], found, self.domain)
            else:
                runs.append(found)
        if not runs:
            raise UnclearError("the condition is empty")
        return any_of(runs, self.domain)

    def _entry(self, one: Data, depth: int) -> Cases:
        if "conditionName" in one:
            return self.named(text(one, "conditionName"), depth + 1)
        if "conditions" in one:
            return self._listed(one, depth + 1)
        field, value = part(one, "field"), one.get("value")
        within = value if isinstance(value, dict) else one
        return self._compared(text(field, "name"), text(one, "operator"), text(within, "value"))

    def _compared(self, field: str, operator: str, value: str) -> Cases:
        question = self._questions.get(field.rsplit(".", 1)[-1])
        if question is None:
            raise UnclearError(f"it asks about “{field[:60]}”, which the form does not ask")
        key, operator = question.key, operator.strip().lower()
        if operator in _COMPARED:
            return self._of_figure(question, _COMPARED[operator], value)
        if operator not in (*_IS, *_IS_NOT):
            raise UnclearError(f"“{question.wording}” {operator} “{value}” cannot be said")
        chosen = self._chosen(question, value)
        several = question.kind == "choose-several"
        if several:
            found = is_one_of(Fact(key, f"={chosen}"), [TRUE])
        else:
            found = is_one_of(Fact(key), [chosen])
        return found if operator in _IS else opposite(found, self.domain)

    def _chosen(self, question: FoundQuestion, value: str) -> str:
        """The key of the answer that a condition names by its value."""
        if question.kind == "yes-no":
            words = value.strip().lower()
            if words in ("true", "yes", "false", "no"):
                return "yes" if words in ("true", "yes") else "no"
        keys = {option.label: option.key for option in reversed(question.options)}
        keys |= {option.key: option.key for option in question.options}
        if value in keys:
            return keys[value]
        raise UnclearError(f"“{question.wording}” has no answer “{value[:60]}”")

    def _of_figure(self, question: FoundQuestion, sign: str, value: str) -> Cases:
        """A figure that is at least so much, or is not."""
        least = figure({"value": value}, "value")
        if question.kind not in ("number", "money") or not least:
            raise UnclearError(f"“{question.wording}” is no figure, and is compared with “{value}”")
        if sign in (">", "<="):
            if not question.more.get("whole") or "." in least:
                raise UnclearError(
                    f"“{question.wording}” {sign} {value} can only be said as at least"
                )
            least = str(int(least) + 1)
        found = is_one_of(Fact(question.key, f">{least}"), [TRUE])
        return found if sign in (">", ">=") else opposite(found, self.domain)

    # --- expressions, read as Python's, of which only these parts are looked at -------------------

    def _expression(self, words: str) -> Cases:
        try:
            if len(words) > _LONGEST:
                raise UnclearError("the condition is too long")
            return self._of_node(ast.parse(words.strip(), mode="eval").body)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise UnclearError(f"the condition “{words[:60]}” cannot be read") from None

    def _of_node(self, node: ast.expr) -> Cases:
        match node:
            case ast.BoolOp(op=ast.Or(), values=values):
                return any_of([self._of_node(one) for one in values], self.domain)
            case ast.BoolOp(values=values):
                found = ALWAYS
                for one in values:
                    found = both(found, self._of_node(one), self.domain)
                return found
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return opposite(self._of_node(operand), self.domain)
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _OF_PYTHON:
                if isinstance(op, ast.In):
                    left, right = right, left
                return self._compared(_dotted(left), _OF_PYTHON[type(op)], _literal(right))
            case ast.Name(id=name):
                return self.named(name, 1)
            case _:
                raise UnclearError("the condition cannot be read")


def _dotted(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{_dotted(value)}.{name}"
    raise UnclearError("the condition cannot be read")


def _literal(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Constant(value=str() | int() | float() as value):
            return str(value)
    raise UnclearError("the condition cannot be read")
