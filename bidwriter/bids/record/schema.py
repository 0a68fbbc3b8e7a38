"""The JSON Schema of `bid.json`, made from the same models that read it."""

from typing import Any

from bidwriter.bids.record.record import Record, Withheld
from bidwriter.kinds.kinds import KINDS, adapter

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"


def bid_schema() -> dict[str, Any]:
    """The schema: draft 2020-12, with the shape of each kind of answer."""
    schema = Record.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    defs = schema["$defs"]
    rules = []
    for kind in KINDS:
        answer = adapter(kind).json_schema(by_alias=True, ref_template="#/$defs/{model}")
        defs.update(answer.pop("$defs", {}))
        shape = {"anyOf": [answer, {"$ref": "#/$defs/Withheld"}, {"type": "null"}]}
        rules.append(
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {"properties": {"answer": shape}},
            }
        )
    for entry in ("Entry", "KeptAnswer"):
        defs[entry]["properties"]["kind"]["enum"] = list(KINDS)
        defs[entry]["allOf"] = rules
    defs.setdefault("Withheld", Withheld.model_json_schema())
    title = "A bid, as bidwriter records it"
    return {"$schema": SCHEMA_ID, **schema, "title": title}
