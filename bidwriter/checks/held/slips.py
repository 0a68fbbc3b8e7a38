"""Which sums could be another with a slip in it, or one grown old."""

from decimal import Decimal

_SHORTEST = 4  # digits, for one of them to be a slip


def is_near(typed: Decimal, true: Decimal) -> bool:
    """Within a fifth of it, one digit that differs, digits changed about, or ten times too much or
    too little."""
    if not typed or not true:
        return False
    if abs(typed - true) * 5 <= abs(true) or typed in (true * 10, true / 10):
        return True
    one, other = f"{typed:.0f}", f"{true:.0f}"
    if len(one) != len(other) or len(one) < _SHORTEST:
        return False
    one_differs = sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return one_differs or has_same_digits(typed, true)


def has_same_digits(typed: Decimal, true: Decimal) -> bool:
    """Whether two sums have the same digits in another order."""
    return sorted(f"{typed:.0f}") == sorted(f"{true:.0f}")
