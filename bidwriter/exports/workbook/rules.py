"""The rules of the appraisal as formulas: the same as in `bids/appraising/series`, cell by cell.

`year` is the cell of the year a formula is for, `start` that of the first year.
"""

from bidwriter.bids.appraising.inputs import Line
from bidwriter.exports.workbook.inputs_sheet import InputCells


def typed_or(cells: InputCells, at: int, rule: str) -> str:
    """The typed year, at the case's end, or what the rule gives."""
    typed = cells.year(at)
    return f'IF({typed}<>"",{typed}*{cells.at("Case factor")},{rule})'


def holds(cells: InputCells, year: str, start: str) -> str:
    """Whether a year lies between the input's first and last."""
    last = cells.at("Last year")
    return f'AND({year}>={_first(cells, start)},OR({last}="",{year}<={last}))'


def each_year(cells: InputCells, year: str, start: str, pattern: str = "1") -> str:
    """The value in each year that the input holds for."""
    return f"IF({holds(cells, year, start)},{cells.at('Value used')}*{pattern},0)"


def once(cells: InputCells, year: str, start: str) -> str:
    """The value in its one year."""
    return f"IF({year}={_first(cells, start)},{cells.at('Value used')},0)"


def renewed(cells: InputCells, year: str, start: str) -> str:
    """The value in every so many years."""
    first, every = cells.at("First year"), cells.at("Every")
    begin = f'IF({first}="",{start}+{every},{first})'
    one = f'IF(AND({first}<>"",{year}={first}),{cells.at("Value used")},0)'
    due = f"AND(MOD({year}-{begin},{every})=0,{holds(cells, year, start)})"
    again = f"IF({year}<{begin},0,IF({due},{cells.at('Value used')},0))"
    return f"IF(N({every})=0,{one},{again})"


def take_up(cells: InputCells, at: int, year: str, start: str) -> str:
    """The share of full use, 0 to 1."""
    rise = f"N({cells.at('Points a year')})"
    risen = f"N({cells.at('Value')})+{rise}*({year}-{_first(cells, start)})"
    return _doubted(cells, at, f"IF({holds(cells, year, start)},{risen},0)")


def share(cells: InputCells, at: int) -> str:
    """A share of a whole in one year, 0 to 1."""
    return _doubted(cells, at, f"N({cells.at('Value')})")


def _doubted(cells: InputCells, at: int, rule: str) -> str:
    """A per cent as a share: at most the whole, then at the case's end, then at most the whole."""
    typed = cells.year(at)
    said = _within(f'IF({typed}<>"",{typed},{rule})/100')
    return _within(f"{said}*{cells.at('Case factor')}")


def _within(share: str) -> str:
    return f"MIN(1,MAX(0,{share}))"


def growth(cells: InputCells, at: int, year: str, start: str, before: str) -> str:
    """How demand stands, on the year before."""
    last = cells.at("Last year")
    within = f'AND({year}>{_first(cells, start)},OR({last}="",{year}<={last}))'
    rate = typed_or(cells, at, f"IF({within},{cells.at('Value used')},0)")
    return f"MIN(1000000,{before}*MAX(0,1+({rate})/100))"


def adoption(cells: InputCells, at: int, year: str, start: str) -> str:
    """How many other councils join."""
    first, last = cells.at("First year"), cells.at("Last year")
    begin = f'IF({first}="",{start}+1,{first})'
    within = f'AND({year}>={begin},OR({last}="",{year}<={last}))'
    joining = f"IF({within},{cells.at('Value used')},0)"
    return f"MAX(0,{typed_or(cells, at, joining)})"


def line_formula(line: Line, cells: InputCells, at: int, years: tuple[str, str], grown: str) -> str:
    """One cost or benefit in one year; `years` are that year's cell and the first year's, `grown`
    is take-up × growth."""
    year, start = years
    match line.input:
        case "development":
            rule = once(cells, year, start)
        case "renewal":
            rule = renewed(cells, year, start)
        case "variable-cost" | "variable-benefit":
            rule = each_year(cells, year, start, grown)
        case _:
            rule = each_year(cells, year, start)
    return typed_or(cells, at, rule)


def _first(cells: InputCells, start: str) -> str:
    first = cells.at("First year")
    return f'IF({first}="",{start},{first})'
