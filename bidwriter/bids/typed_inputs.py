"""What typed words mean in the cells of an appraisal's inputs."""

import re
from collections.abc import Mapping
from typing import Any

from bidwriter.bids.places import Leaf
from bidwriter.kinds.kinds import split_list
from bidwriter.kinds.question import NotAllowedError
from bidwriter.kinds.tables.appraisal import CLASSES, CONFIDENCE, WHOSE, Appraisal, Input
from bidwriter.kinds.tables.appraisal_typed import parse_input, parse_number, parse_years
from bidwriter.kinds.tables.cost_lines import plain
from bidwriter.kinds.values import money, yes_no
from bidwriter.kinds.values.financial_years import parse_year


def input_leaf(question: Appraisal, row: Input | None, field: str, typed: str) -> Leaf:
    """What typed words mean in a cell of an input, as a leaf. `row` is the input as it is, None
    for a new one. Raises NotAllowedError."""
    match field:
        case "input":
            return parse_input(typed)
        case "whose":
            return _whose(typed)
        case "amount":
            return f"{money.parse(typed):.2f}"
        case "number" | "rise" | "uncertainty":
            return plain(parse_number(typed.strip().removeprefix("±")))
        case "first" | "last":
            return parse_year(typed)
        case "every" | "shared-by":
            return _whole(typed)
        case "years":
            return parse_years(typed, in_money=row is None or row.in_money)
        case "stage":
            return _stage(question, typed)
        case "benefit-class":
            return _one_of(typed, CLASSES)
        case "confidence":
            return _one_of(typed, CONFIDENCE)
        case "citizens":
            return yes_no.parse(typed)
        case _:
            return typed


def _whose(typed: str) -> tuple[str, ...]:
    if typed.strip().casefold() in ("all", "every council"):
        return tuple(WHOSE)
    is_json = typed.lstrip().startswith("[")
    parts = split_list(typed if is_json else typed.replace(",", ";"))
    return tuple(_one_of(part, WHOSE) for part in parts)


def _one_of(typed: str, known: Mapping[Any, str]) -> str:
    wanted = typed.strip().casefold()
    for id_, label in known.items():
        if wanted in (id_, label.casefold()):
            return str(id_)
    raise NotAllowedError(f"“{typed.strip()}” is not one of: {', '.join(known)}")


def _whole(typed: str) -> int:
    found = re.fullmatch(r"(\d{1,4})(?: (?:years?|councils?))?", typed.strip())
    if not found or not int(found[1]):
        raise NotAllowedError("Write a whole number, like 5")
    return int(found[1])


def _stage(question: Appraisal, typed: str) -> str:
    return _one_of(typed, {stage.id: stage.label for stage in question.stages})
