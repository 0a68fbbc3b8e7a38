"""The command line: whole bids by script, exit statuses, one line for what went wrong."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attached_made import pdf
from making import SAMPLE, WELSH_PACK, copy_of_sample, sample

from bidwriter.bids.cells import rows_of
from bidwriter.bids.leaves import leaves_of
from bidwriter.bids.places import Place
from bidwriter.cli import run
from bidwriter.files.container.bid_file import open_file
from bidwriter.kinds.kinds import KINDS, table_of
from bidwriter.kinds.tables.rows import Row, in_order

ROWS = [kind for kind in KINDS if table_of(kind)]

DOCS = Path(__file__).parent.parent.parent / "docs"


class Done:
    """What a command did."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


@pytest.fixture
def bidwriter(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: object) -> Done:
        status = run([str(word) for word in words])
        streams = capsys.readouterr()
        return Done(status, streams.out, streams.err)

    return call


def test_a_bid_is_begun_in_the_language_of_its_form(bidwriter: Any, tmp_path: Path) -> None:
    path = tmp_path / "made.bid"
    refused = bidwriter("new", WELSH_PACK, path, "--language", "fr")
    assert refused.status == 2
    assert "write en or cy" in refused.err
    assert not path.exists()
    assert bidwriter("new", WELSH_PACK, path, "--language", "cy").status == 0
    assert open_file(path).bid.language == "cy"
    assert "language  (choose-one)" in bidwriter("places", path).out
    assert bidwriter("set", path, "language", "en").status == 0
    assert not open_file(path).bid.language
    other = bidwriter("new", "local-digital-fund-2018", tmp_path / "o.bid", "--language", "cy")
    assert (other.status, "English alone" in other.err) == (2, True)


@pytest.mark.proof
def test_a_whole_bid_can_be_made_place_by_place(bidwriter: Any, tmp_path: Path) -> None:
    path = tmp_path / "made.bid"
    assert bidwriter("new", "local-digital-fund-2018", path).status == 0
    wanted = sample()
    rows: dict[str, dict[str, Any]] = {}
    ids: dict[str, str] = {}
    leaves = leaves_of(wanted)
    for place, leaf in leaves.items():
        root, *rest = place.split("/")
        if root in ROWS and len(rest) == 2:
            rows.setdefault(f"{root}/{rest[0]}", {})[rest[1]] = (
                list(leaf) if isinstance(leaf, tuple) else leaf
            )
    for key in sorted(rows, key=lambda k: str(leaves[Place(k)])):
        root = key.split("/")[0]
        done = bidwriter("set", path, f"{root}/+", json.dumps(rows[key]))
        assert done.status == 0, done.err
        made = open_file(path).bid.answer(root)
        assert isinstance(made, tuple)
        wanted_last = max(made, key=lambda row: row.order)
        ids[key] = f"{root}/{wanted_last.id}"  # type: ignore[attr-defined]
    for place, leaf in leaves.items():
        if place.split("/")[0] in ROWS:
            continue
        for old, new in ids.items():
            place = Place(place.replace(old, new))
        values = (
            list(leaf)
            if isinstance(leaf, tuple)
            else ["yes" if leaf is True else "no" if leaf is False else str(leaf)]
        )
        done = bidwriter("set", path, place, *values)
        assert done.status == 0, (place, done.err)
    again = open_file(path).bid
    assert len(leaves_of(again)) == len(leaves)
    assert bidwriter("check", path).status == 0
    assert [a.value for a in again.answers if a.kind not in ROWS] == [
        a.value for a in wanted.answers if a.kind not in ROWS
    ]


def test_a_whole_bid_can_be_made_by_script(bidwriter: Any, tmp_path: Path) -> None:
    path, values, wanted = tmp_path / "made.bid", tmp_path / "values.json", sample()

    def sets(told: dict[str, Any]) -> None:
        values.write_text(json.dumps(told), "utf-8")
        done = bidwriter("set", path, "--values", values)
        assert done.status == 0, done.err

    tables: dict[str, Any] = {a.question: a.value for a in wanted.answers if a.kind in ROWS}
    assert bidwriter("new", "local-digital-fund-2018", path).status == 0
    sets({f"{t}/+": [cells_of(row) for row in rows] for t, rows in tables.items()})
    made: dict[str, Any] = open_file(path).bid.by_id
    ids = {
        f"{t}/{old.id}": f"{t}/{new.id}"
        for t, rows in tables.items()
        for old, new in zip(in_order(rows), in_order(made[t]), strict=True)
    }
    rest = {}
    for place, leaf in leaves_of(wanted).items():
        if place.root not in tables:
            row = next((old for old in ids if old in place), "")
            rest[place.replace(row, ids.get(row, ""))] = (
                list(leaf) if isinstance(leaf, tuple) else leaf
            )
    first, *others = rest
    assert bidwriter("set", path, first, str(rest[first])).status == 0
    sets({place: rest[place] for place in others})
    again = open_file(path).bid
    assert len(leaves_of(again)) == len(leaves_of(wanted))
    assert bidwriter("check", path).status == 0
    assert [a.value for a in again.answers if a.kind not in ROWS] == [
        a.value for a in wanted.answers if a.kind not in ROWS
    ]


def cells_of(row: Row) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in row.leaves() if k}


def test_values_from_files_and_standard_input(
    bidwriter: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy_of_sample(tmp_path)
    (tmp_path / "answer.md").write_bytes("Größe\r\n\r\n* one\r\n* two\r\n".encode())
    assert bidwriter("set", path, "approach", "--from", tmp_path / "answer.md").status == 0
    assert open_file(path).bid.answer("approach") == "Größe\n\n- one\n- two"

    class Fed:
        buffer = io.BytesIO(b"from a pipe")

    monkeypatch.setattr(sys, "stdin", Fed())
    assert bidwriter("set", path, "title", "-").status == 0
    assert open_file(path).bid.title == "from a pipe"
    assert bidwriter("set", path, "title", "").status == 0
    assert open_file(path).bid.title == ""


def test_check_says_what_stops_and_where(bidwriter: Any, tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    assert bidwriter("check", path).status == 0
    bidwriter("set", path, "contact-email", "joan")
    done = bidwriter("check", path)
    assert done.status == 1
    assert "[contact-email]" in done.out
    found = json.loads(bidwriter("check", path, "--json").out)
    assert found["stops-export"] == 1
    assert found["problems"][0]["place"] == "contact-email"


def test_export_verify_and_the_same_bytes(bidwriter: Any, tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    assert bidwriter("export", path, tmp_path / "a.zip").status == 0
    assert bidwriter("export", path, tmp_path / "b.zip").status == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert bidwriter("verify", tmp_path / "a.zip").status == 0
    data = bytearray((tmp_path / "a.zip").read_bytes())
    at = data.index(b"Tell us once when you move home")
    data[at : at + 4] = b"Sell"
    (tmp_path / "c.zip").write_bytes(data)
    done = bidwriter("verify", tmp_path / "c.zip")
    assert done.status in (1, 2)


def test_a_stopped_export_writes_nothing_but_a_draft_can_be_made(
    bidwriter: Any, tmp_path: Path
) -> None:
    path = copy_of_sample(tmp_path)
    bidwriter("set", path, "title", "")
    done = bidwriter("export", path, tmp_path / "a.zip")
    assert (done.status, (tmp_path / "a.zip").exists()) == (1, False)
    assert bidwriter("export", path, tmp_path / "a.zip", "--draft").status == 0
    assert json.loads(json.dumps(open_file(tmp_path / "a.zip").bag.info))["Status"] == "draft"


def test_a_public_copy_waits_for_personal_data_to_be_decided(
    bidwriter: Any, tmp_path: Path
) -> None:
    path = copy_of_sample(tmp_path)
    bidwriter("set", path, "support", "Write to someone@council.gov.uk")
    assert bidwriter("export", path, tmp_path / "a.zip", "--public").status == 1
    assert bidwriter("export", path, tmp_path / "a.zip", "--public", "--publish-found").status == 0
    data = b"".join(
        open_file(tmp_path / "a.zip").bag.payload[n] for n in ("bid.json", "package.json")
    )
    assert b"Joan" not in data
    assert b"01632" not in data


def test_attach_import_show_places_schema(bidwriter: Any, tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    (tmp_path / "letter.pdf").write_bytes(pdf())
    assert bidwriter("attach", path, tmp_path / "letter.pdf", "--about", "A letter").status == 0
    assert open_file(path).bid.attachments[0].about == "A letter"
    (tmp_path / "bid.json").write_text(bidwriter("show", path, "--json").out, "utf-8")
    done = bidwriter("import", tmp_path / "bid.json", tmp_path / "copy.bid")
    assert done.status == 0, done.err
    assert "attach it again" in done.out
    assert open_file(tmp_path / "copy.bid").bid.answers == sample().answers
    places = json.loads(bidwriter("places", path, "--json").out)
    assert {"phase", "cost-lines/+", "evidence/approach/3", "finished/summary", "own-deadline"} <= {
        p["place"] for p in places
    }
    assert "Tell us once" in bidwriter("show", path).out
    assert json.loads(bidwriter("schema").out)["$schema"].endswith("2020-12/schema")


def test_an_import_that_misstates_its_figures_says_so(bidwriter: Any, tmp_path: Path) -> None:
    record = json.loads(bidwriter("show", SAMPLE, "--json").out)
    record["figures"]["requested"] = "1.00"
    (tmp_path / "bid.json").write_text(json.dumps(record), "utf-8")
    done = bidwriter("import", tmp_path / "bid.json", tmp_path / "copy.bid")
    assert done.status == 1
    assert "requested" in done.out


@pytest.mark.parametrize(
    "words",
    [
        ["set", "BID", "nowhere", "x"],
        ["set", "BID", "phase", "beta"],
        ["set", "BID", "cost-lines/zzzz/what", "x"],
        ["set", "BID", "cost-lines/+", "{"],
        ["set", "BID", "cost-lines/+", '{"total": Infinity}'],
        ["set", "BID", "cost-lines/+", '{"surprise": "x"}'],
        ["set", "BID", "cost-lines/+", '{"total": "NaN"}'],
        ["set", "BID", "evidence/approach/9", "strong"],
        ["set", "BID", "evidence/nowhere/1", "strong"],
        ["set", "BID", "a/b/c/d/e", "x"],
        ["set", "BID", "contact-consent", "perhaps"],
        ["set", "BID", "title", "bell\x07"],
        ["set", "BID", "title"],
        ["set", "BID", "title", "--from", "none.txt"],
        ["attach", "BID", "none.pdf"],
        ["new", "no-such-round", "x.bid"],
        ["new", "local-digital-fund-2018", "BID"],
        ["export", "BID", "BID"],
        ["export", "BID", "nowhere/x.zip"],
        ["import", "BID", "x.bid"],
        ["check", "none.bid"],
        ["verify", "none.zip"],
        ["frobnicate"],
        ["check"],
        ["export", "BID"],
        ["rounds", "--lint", "none"],
        ["set", "none.bid", "title", "x"],
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_line(
    words: list[str], bidwriter: Any, tmp_path: Path
) -> None:
    path = copy_of_sample(tmp_path)
    before = path.read_bytes()
    done = bidwriter(
        *(
            str(path) if w == "BID" else str(tmp_path / w) if re.search(r"\.\w+$", w) else w
            for w in words
        )
    )
    assert done.status == 2, done.out
    assert done.err.startswith("bidwriter: ")
    assert done.err.count("\n") == 1
    assert "did not foresee" not in done.err, done.err
    assert "Traceback" not in done.err
    assert path.read_bytes() == before


def test_no_command_imports_qt(tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    package = str(tmp_path / "a.zip")
    commands = [["rounds"], ["check", str(path)], ["export", str(path), package], ["schema"]]
    code = "import sys; from bidwriter.cli import run\nfor words in {}:\n    run(words)\n    assert 'PySide6' not in sys.modules, words"
    words = [sys.executable, "-c", code.format(commands)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert Path(package).exists()


def test_a_round_is_tried_with_made_up_answers(bidwriter: Any, tmp_path: Path) -> None:
    pack, out = (
        DOCS.parent / "resources" / "rounds" / "local-digital-fund-2018",
        tmp_path / "try.bid",
    )
    assert bidwriter("rounds", "--lint", pack).status == 0
    assert bidwriter("rounds", "--try", pack, "-o", out).status == 0
    assert bidwriter("check", out).status == 0
    assert bidwriter("verify", out).status == 0
    before = out.read_bytes()
    assert bidwriter("rounds", "--try", pack, "-o", out).status == 2
    assert out.read_bytes() == before
    for words in (("--try", pack), ("-o", out), ("--try", tmp_path / "none", "-o", out)):
        assert bidwriter("rounds", *words).status == 2


def test_the_pack_of_the_documentation_works(bidwriter: Any, tmp_path: Path) -> None:
    text = (DOCS / "round-packs.md").read_text("utf-8")
    pack = text[text.index("## A whole small pack") :].split("```toml\n")[1].split("```")[0]
    folder = tmp_path / "rounds" / "village-halls-2027"
    folder.mkdir(parents=True)
    (folder / "round.toml").write_text(pack, "utf-8")
    assert bidwriter("rounds", "--lint", folder).status == 0
    assert (
        bidwriter(
            "new", "village-halls-2027", tmp_path / "a.bid", "--rounds", tmp_path / "rounds"
        ).status
        == 0
    )
    assert bidwriter("set", tmp_path / "a.bid", "open-to-all", "no").status == 0
    assert "cannot bid unless" in bidwriter("check", tmp_path / "a.bid").out
    assert bidwriter("export", tmp_path / "a.bid", tmp_path / "a.zip", "--draft").status == 0


def test_every_check_is_documented() -> None:
    from bidwriter.checks.named.catalogue import CATALOGUE

    text = (DOCS / "round-packs.md").read_text("utf-8")
    assert not [name for name in CATALOGUE if f"| `{name}` |" not in text]


def test_figures_lists_values_places_and_use(bidwriter: Any, tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    text = "We ask for {{figure:requested}}, not £79,000"
    assert bidwriter("set", path, "approach", text).status == 0
    listed = {one["name"]: one for one in json.loads(bidwriter("figures", path, "--json").out)}
    assert listed["requested"] == {
        "name": "requested", "label": "Grant asked for", "value": "£78,400",
        "place": "cost-lines", "used": True,
    }  # fmt: skip
    assert not listed["cap"]["used"]
    said = bidwriter("figures", path).out
    assert "requested: £78,400  (Grant asked for, in the text)  [cost-lines]" in said
    assert "closes: Thu 15 Nov 2018  (Closing date)  [round]" in said
    assert "We ask for £78,400, not £79,000" in bidwriter("show", path).out


def test_check_says_where_a_wrong_figure_stands(bidwriter: Any, tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    assert bidwriter("set", path, "approach", "We ask for £79,000.").status == 0
    done = bidwriter("check", path, "--json")
    found = json.loads(done.out)["problems"]
    (problem,) = (p for p in found if p["check"] == "figure-in-prose")
    assert (done.status, problem["typed"], problem["passage"]) == (1, "£79,000", [11, 18])
    assert (problem["source"], problem["figure"]) == ("cost-lines", "requested")


@pytest.mark.parametrize("value", ["-500", "-£1,250", "-half", "−5", "-(5)"])
def test_a_value_may_begin_with_a_minus(bidwriter: Any, tmp_path: Path, value: str) -> None:
    path = copy_of_sample(tmp_path)
    assert bidwriter("set", path, "title", value).status == 0
    assert open_file(path).bid.answer("title") == value
    assert bidwriter("comment", path, "title", value, "is", value).status == 0


def test_two_dashes_are_an_option_unless_it_is_said_that_they_are_not(
    bidwriter: Any, tmp_path: Path
) -> None:
    path = copy_of_sample(tmp_path)
    done = bidwriter("set", path, "title", "--help-us")
    assert (done.status, "goes after --: set FILE PLACE -- --value" in done.err) == (2, True)
    assert bidwriter("set", path, "title", "--", "--help-us").status == 0
    assert open_file(path).bid.answer("title") == "--help-us"


def test_a_discount_can_be_set(bidwriter: Any, tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path)
    line = {"what": "Discount", "total": "-500", "payer": "fund", "councils": "all"}
    assert bidwriter("set", path, "cost-lines/+", json.dumps(line)).status == 0
    row = rows_of(open_file(path).bid, "cost-lines")[-1]
    assert bidwriter("set", path, f"cost-lines/{row.id}/total", "-750").status == 0
    assert "−£750" in bidwriter("costs", path).out
    assert not bidwriter("check", path).out.count("below nought")
