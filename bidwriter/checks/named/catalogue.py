"""All named checks by name: what `docs/round-packs.md` documents and the linter knows."""

from typing import Any

from bidwriter.checks.named import answers, chosen_costs, costs, councils, principles
from bidwriter.checks.named.rule import Rule

_ALL: tuple[Rule[Any], ...] = (
    *costs.RULES, *chosen_costs.RULES, *councils.RULES, *principles.RULES, *answers.RULES,
)  # fmt: skip
CATALOGUE: dict[str, Rule[Any]] = {rule.name: rule for rule in _ALL}
