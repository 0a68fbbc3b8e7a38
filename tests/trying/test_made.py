"""Made-up answers: every kind has one, and it is right at the edges of what a pack can ask."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from asking_round import question, round_of
from every_kind import COLUMNS_OF_EVERY_KIND, pack_asking, round_of_every_kind

from bidwriter.bids.person import Person, Stamp
from bidwriter.checks.checking import check, stops
from bidwriter.desk.trying.bid_to_try import bid_to_try
from bidwriter.desk.trying.filling import Filler, Wishes
from bidwriter.desk.trying.made import MADE
from bidwriter.desk.trying.setting import Setting
from bidwriter.desk.trying.trial import tried, unfinishable
from bidwriter.files.container.bid_file import open_file
from bidwriter.kinds.kinds import KINDS
from bidwriter.kinds.values.files import ENDINGS
from bidwriter.rounds.round import Round, read_round

NOW = datetime(2026, 11, 28, 10, 32, tzinfo=UTC)
STAMP = Stamp(who=Person(id="", name="Made Up", council=""), when=NOW)


def test_every_kind_has_a_made_up_answer() -> None:
    assert {*MADE} == {id_ for id_, kind in KINDS.items() if not kind.is_of_files}


def test_a_bid_of_every_kind_is_finished_at_once() -> None:
    run = tried(round_of_every_kind(), NOW)
    assert (run.stopping, run.tries) == ((), 1)
    assert {q.id for q in run.bid.asked} == set(run.bid.by_id)


def test_the_same_round_has_the_same_answers() -> None:
    round_ = round_of_every_kind()
    assert tried(round_, NOW) == tried(round_, NOW)


def of(kind: str, **more: Any) -> Round:
    return round_of(question("it", kind, **more))


# What a pack can ask, at its edges.
ASKED: list[Round] = [
    *(of("short-text", format=f) for f in ("email", "phone", "web")),
    *(of("short-text", limit={"characters": n}) for n in (1, 2, 7, 8)),
    *(of("short-text", limit={"words": n}) for n in (1, 2)),
    *(of("rich-text", limit={"words": n}) for n in (1, 2, 7, 39, 40, 41)),
    *(of("rich-text", limit={"characters": n}) for n in (1, 2, 5, 60)),
    *(of("short-text", pattern=p, **{"pattern-words": "Write it so"}) for p in (
        r"(\d{2}|[A-Z]{2})\d{6}", r"[^a]", r"a*", r"(a?b?)*", r"\s*x\s+y\s*", r"\D\W\S", r".{100}",
        r"[€-₿]{3}", r"(ab|c){2,4}-[xyz]?", r"\+44 \d{4}", r"\(x\)", r"[-a]+", r"\w+@\w+\.uk")),
    of("short-text", format="email", pattern=r"[a-z.]+@[a-z.]+", **{"pattern-words": "So"}),
    of("number", min="3", max="3"), of("number", min="0.1", max="0.1"), of("number", max="-1"),
    of("number", min="7", whole=True), of("number", max="-7", whole=True), of("number", min="99"),
    of("money", min="5.01", max="5.01"), of("money", max="-0.01"), of("money", max="0"),
    of("money", min="5", **{"or-nothing": True}),
    *(of(kind, **{f"not-{way}-today": True}) for kind in ("date", "month")
      for way in ("before", "after")),
    of("choose-one", options=[], other=True), of("register", entries="a\tA", other=True),
    of("choose-several", options=[{"id": "n", "label": "None", "alone": True},
                                  {"id": "a", "label": "A"}]),
    *(of("file", types=[ending]) for ending in ENDINGS),
    of("file", most=1, **{"largest-mb": 1, "most-pages": 1}),
    *(of("table", columns=COLUMNS_OF_EVERY_KIND, **{"least-rows": n, "most-rows": n})
      for n in (1, 2, 3)),
    of("table", columns=COLUMNS_OF_EVERY_KIND, rows=[{"id": "one", "label": "One"}]),
    *(of("cost-lines", stages=[s], asks=["stage", "category", "vat", "note", "source"])
      for s in ("months", "sprints")),
    of("cost-lines", **{"by-year": True, "below-nought": False}),
    of("contact", **{"optional-parts": ["phone"]}),
]  # fmt: skip


@pytest.mark.parametrize("round_", ASKED, ids=range(len(ASKED)))
def test_a_made_up_answer_is_right_at_the_edge(round_: Round) -> None:
    bid = Filler(Setting(round_, NOW)).filled(Wishes())
    assert bid.answer("it") is not None
    assert stops(check(bid, NOW)) == ()


def test_words_that_are_counted_together_fit_together() -> None:
    table = question("t", "table", columns=[{"id": "c", "label": "C", "kind": "long-text"}])
    for words in (3, 4, 30):
        limit = {"words": words, "also-counts": ["more", "t"]}
        prose = question("it", "rich-text", limit=limit)
        round_ = round_of(prose, question("more", "rich-text"), table)
        assert tried(round_, NOW).stopping == ()
        assert list(unfinishable(round_, NOW)) == []


def test_a_bid_to_try_is_a_whole_file_that_says_it_is_made_up(tmp_path: Path) -> None:
    files = [{"id": f"of-{e}", "kind": "file", "types": [e]} for e in ENDINGS]
    round_ = read_round(pack_asking([*files, {"id": "why", "kind": "rich-text"}]))
    made = bid_to_try(round_, NOW, STAMP)
    path = tmp_path / "try.bid"
    path.write_bytes(made.file())
    read = open_file(path)
    assert read.bid.answers == made.bid.answers and read.bag.whole
    assert "made-up" in made.bid.title.lower() and "Made up" in str(made.bid.answer("why"))
    held = {e for e in ENDINGS if made.bid.answer(f"of-{e}")}
    assert held == {"pdf", "docx", "odt", "png"}
    assert len(made.without_file) == len(ENDINGS) - len(held)
    assert {a.sha256 for a in made.bid.attachments} == {*made.contents}
