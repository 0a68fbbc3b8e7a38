"""A form's conditions, as the cases in which they hold.

A condition is a list of comparisons (with "and" and "or" between them, other conditions by name and
lists within), or in older forms an expression. `and` binds closer than `or`, as in the builder.
"""

from collections.abc import Mapping

from bidwriter.fund_forms.builder.values import Data, part, parts, text
from bidwriter.fund_forms.cases import Cases, any_of, both
from bidwriter.fund_forms.comparing import Comparing, Expression, UnclearError
from bidwriter.fund_forms.found import FoundQuestion

_DEEPEST = 8  # conditions that name conditions
_SIGNS = {
    "is": "=", "contains": "=", "is not": "!=", "does not contain": "!=", "is at least": ">=",
    "is more than": ">", "is at most": "<=", "is less than": "<",
}  # fmt: skip


class Conditions(Comparing):
    """The conditions of a form. `questions` are its questions by the names of their components."""

    def __init__(self, form: Data, questions: Mapping[str, FoundQuestion]) -> None:
        super().__init__(questions)
        self._all = {text(one, "name"): one for one in parts(form, "conditions")}

    def named(self, name: str, depth: int = 0) -> Cases:
        """The cases in which a condition holds. Raises UnclearError and TangledError."""
        if name not in self._all or depth > _DEEPEST:
            raise UnclearError(f"the form has no condition called “{name[:60]}”")
        value = self._all[name].get("value")
        if isinstance(value, str):
            return Expression(self, lambda other: self.named(other, depth + 1), _bare).cases(value)
        return self._listed(part(self._all[name], "value"), depth)

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
        value = one.get("value")
        typed = text(value if isinstance(value, dict) else one, "value")
        operator = text(one, "operator").strip().lower()
        key = _bare(text(part(one, "field"), "name"))
        if operator not in _SIGNS:
            raise UnclearError(f"“{key[:60]}” {operator[:40]} “{typed[:60]}” cannot be said")
        return self.compared(key, _SIGNS[operator], typed)


def _bare(name: str) -> str:
    """The component's name without its section: "FabDefault.abc" → "abc"."""
    return name.rsplit(".", 1)[-1]
