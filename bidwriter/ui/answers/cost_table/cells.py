"""What the cells of a cost line show, and what words typed into them mean. It knows no Qt."""

from decimal import Decimal

from bidwriter.bids.bid import Bid
from bidwriter.kinds.cells.cell import Leaf
from bidwriter.kinds.cells.councils import ALL, all_words
from bidwriter.kinds.frozen import NotAllowedError
from bidwriter.kinds.tables.cost_lines import PAYERS, CostLine, CostLines, category_label
from bidwriter.kinds.values import money, stage
from bidwriter.kinds.values.numbers import parse_quantity, plain
from bidwriter.ui.answers.cost_table.columns import SPECS, Col

GROUPS = {
    "fund": "Asking the fund",
    "in-kind": "Our own time, in kind",
    "cash": "Our own money",
    None: "Who pays?",
}


def shown(bid: Bid, line: CostLine, col: Col, question: CostLines | None = None) -> str:
    """The words in a cell. `question` says what categories are called."""
    match col:
        case Col.WHAT:
            return line.what or ""
        case Col.QUANTITY:
            return line.quantity_text
        case Col.UNIT_COST:
            return money.show(line.unit_cost) if line.unit_cost is not None else ""
        case Col.TOTAL:
            return money.show(line.amount) if line.amount is not None else ""
        case Col.PAYER:
            return PAYERS[line.payer] if line.payer else ""
        case Col.COUNCILS:
            return councils_words(bid, line.councils)
        case Col.PRINCIPLE:
            found = bid.round.principle(line.principle) if line.principle else None
            return found.name if found else ""
        case Col.CATEGORY:
            return category_label(question, line.category) if line.category else ""
        case Col.STAGE:
            return stage.show(line.stage) if line.stage else ""
        case Col.VAT | Col.NOTE | Col.SOURCE:
            return getattr(line, SPECS[col].field) or ""


def councils_words(bid: Bid, councils: tuple[str, ...]) -> str:
    """ "All four", or the names."""
    if councils == (ALL,):
        return all_words(bid)
    names = {p.key: p.council.short_name for p in bid.partners if p.council}
    return ", ".join(names.get(key, key) for key in councils)


def typed_form(bid: Bid, line: CostLine, col: Col, question: CostLines | None = None) -> str:
    """A cell's value as one would type it."""
    sums = {Col.UNIT_COST: line.unit_cost, Col.TOTAL: line.amount}
    if col in sums:
        return _digits(sums[col])
    return shown(bid, line, col, question)


def _digits(amount: Decimal | None) -> str:
    return "" if amount is None else money.show(amount).replace("£", "").replace(",", "")


def why_not_typed(line: CostLine, col: Col) -> str:
    """Why a cell cannot be typed in; "" if it can."""
    if col == Col.TOTAL and line.unit_cost is not None:
        return "The total is worked out from the quantity and the unit cost"
    if col == Col.UNIT_COST and line.quantity_words and line.total is not None:
        return "Write the quantity as a number first, like 45 days"
    return ""


def meant(line: CostLine, col: Col, typed: str) -> dict[str, Leaf]:
    """The cells to set for what was typed. Raises NotAllowedError with words for a person."""
    typed = " ".join(typed.split())
    match col:
        case Col.WHAT:
            return {"what": typed or None}
        case Col.QUANTITY:
            return _quantity(line, typed)
        case Col.UNIT_COST:
            cost = f"{money.parse(typed):.2f}" if typed else None
            return {"unit-cost": cost, **({"total": None} if cost else {})}
        case Col.TOTAL:
            return _total(line, typed)
        case Col.STAGE:
            return {"stage": stage.parse(typed) if typed else None}
        case Col.VAT | Col.NOTE | Col.SOURCE:
            return {SPECS[col].field: typed or None}
        case _:
            raise NotAllowedError("Choose from the list")


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
    if why := why_not_typed(line, Col.TOTAL):
        raise NotAllowedError(why)
    if not typed:
        return {"total": None}
    total: dict[str, Leaf] = {"total": f"{money.parse(typed):.2f}"}
    if line.quantity is not None:
        words = line.quantity_text
        total |= {"quantity": None, "unit": None, "quantity-words": words}
    return total
