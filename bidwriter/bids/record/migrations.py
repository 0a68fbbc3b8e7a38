"""How the record of an earlier form becomes today’s, a step each, on plain JSON values."""

from typing import Any


def own_hash_of_a_public_copy(record: dict[str, Any]) -> dict[str, Any]:
    """1 → 2. A public copy states a hash of what it holds (`public-hash`) and no longer that of the
    full bid. One of the first form keeps what it states: its own hash was never worked out."""
    return record
