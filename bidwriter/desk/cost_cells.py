"""What the cells of a cost line show, and what words typed into them mean. It knows no Qt."""

from decimal import Decimal

from bidwriter.bids.bid import Bid
from bidwriter.desk.cost_columns import COLUMNS, QUANTITY, TOTAL, UNIT_COST
from bidwriter.kinds.around import Around
from bidwriter.kinds.cells.money import POUNDS
from bidwriter.kinds.frozen import Leaf, NotAllowedError
from bidwriter.kinds.tables.cost_lines import CostLine, CostLines
from bidwriter.kinds.values import money
from bidwriter.kinds.values.numbers import parse_quantity, plain

GROUPS = {
    "fund": "Asking the fund",
    "in-kind": "Our own time, in kind",
    "cash": "Our own money",
    None: "Who pays?",
}


def shown(bid: Bid, line: CostLine, col: int, question: CostLines | None = None) -> str:
    """The words in a cell. `question` says what categories are called."""
    return line.shown(COLUMNS[col].key, Around(bid, question, line))


def typed_form(bid: Bid, line: CostLine, col: int, question: CostLines | None = None) -> str:
    """A cell's value as one would type it."""
    if COLUMNS[col].cell is POUNDS:
        return _digits(line.amount if col == TOTAL else line.unit_cost)
    return shown(bid, line, col, question)


def _digits(amount: Decimal | None) -> str:
    return "" if amount is None else money.show(amount).replace("£", "").replace(",", "")


def why_not_typed(line: CostLine, col: int) -> str:
    """Why a cell cannot be typed in; "" if it can."""
    if col == TOTAL and line.unit_cost is not None:
        return "The total is worked out from the quantity and the unit cost"
    if col == UNIT_COST and line.quantity_words and line.total is not None:
        return "Write the quantity as a number first, like 45 days"
    return ""


def meant(bid: Bid, question: CostLines, line: CostLine, col: int, typed: str) -> dict[str, Leaf]:
    """The cells to set for what was typed. Raises NotAllowedError with words for a person."""
    typed = " ".join(typed.split())
    column = COLUMNS[col]
    if column.cell.is_chosen:
        raise NotAllowedError("Choose from the list")
    if col == QUANTITY:
        return _quantity(line, typed)
    if col == TOTAL:
        return _total(line, typed)
    leaf = column.cell.read(typed, Around(bid, question, line)) if typed else column.cell.nothing
    beside: dict[str, Leaf] = {"total": None} if col == UNIT_COST and typed else {}
    return {column.key: leaf, **beside}


def _quantity(line: CostLine, typed: str) -> dict[str, Leaf]:
    none: dict[str, Leaf] = {"quantity": None, "unit": None, "quantity-words": None}
    if not typed:
        return none
    quantity, unit = parse_quantity(typed)
    if quantity is None:
        stated: dict[str, Leaf] = {"quantity-words": typed}
        if line.amount is not None:
            stated |= {"unit-cost": None, "total": f"{line.amount:.2f}"}
        return none | stated
    if (quantity.as_tuple().exponent or 0) < -4 or quantity >= Decimal(10) ** 9:  # type: ignore[operator]
        raise NotAllowedError("Write the quantity with at most four decimal places, like 12.5")
    counted: dict[str, Leaf] = {
        "quantity": plain(quantity),
        "unit": unit or line.unit,
    }
    if line.total is not None:
        counted |= {"total": None, "unit-cost": _unit_cost_of(line.total, quantity)}
    return none | counted


def _unit_cost_of(total: Decimal, quantity: Decimal) -> str | None:
    """The unit cost that keeps a stated total as it was, if there is one to the penny."""
    cost = money.pence(total / quantity) if quantity else Decimal(0)
    return f"{cost:.2f}" if quantity and money.pence(cost * quantity) == total else None


def _total(line: CostLine, typed: str) -> dict[str, Leaf]:
    if why := why_not_typed(line, TOTAL):
        raise NotAllowedError(why)
    if not typed:
        return {"total": None}
    total: dict[str, Leaf] = {"total": f"{money.parse(typed):.2f}"}
    if line.quantity is not None:
        words = line.quantity_text
        total |= {"quantity": None, "unit": None, "quantity-words": words}
    return total
