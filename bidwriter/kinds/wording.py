"""pydantic's findings in plain words: one sentence each, place first."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "is not known here; check the spelling",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must be a group of named values",
    "model_type": "must be a group of named values",
    "model_attributes_type": "must be a group of named values",
    "date_from_datetime_parsing": "must be a date like 2018-11-15",
    "date_parsing": "must be a date like 2018-11-15",
    "date_type": "must be a date like 2018-11-15",
    "string_too_long": "is too long",
    "too_long": "has too many parts",
    "too_short": "has too few parts",
    "decimal_max_places": "has too many decimal places",
    "decimal_max_digits": "has too many digits",
    "decimal_parsing": "must be a number in digits",
    "decimal_type": 'must be a number written as text, like "12.5"',
    "finite_number": "must be a real number",
    "greater_than_equal": "is too small",
    "less_than_equal": "is too large",
    "string_pattern_mismatch": "is not written in the right form",
    "union_tag_invalid": "names a kind that bidwriter does not know",
    "union_tag_not_found": "does not say its kind",
    "literal_error": "is not one of the allowed values",
}


def plain_errors(error: ValidationError) -> list[str]:
    """One sentence for each finding; none repeats what was typed at length."""
    return [sentence(detail) for detail in error.errors(include_url=False)]


def sentence(detail: ErrorDetails) -> str:
    """“place” and what is wrong there."""
    place = "/".join(str(part) for part in detail["loc"] if not _is_type_name(part))
    words = _WORDS.get(detail["type"]) or _own_words(detail)
    if detail["type"].endswith("too_long") and isinstance(detail["input"], str):
        words = f"is too long: {detail['ctx']['max_length']:,} characters fit here at most"
    if detail["type"] == "literal_error":
        words = f"must be {detail['ctx']['expected']}"
    return f"“{place}” {words}" if place else words


def _own_words(detail: ErrorDetails) -> str:
    return detail["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")


def _is_type_name(part: str | int) -> bool:
    """pydantic puts names of union members into places; they mean nothing to a person."""
    return isinstance(part, str) and (part.startswith(("function-", "constrained-", "tuple[")))
