"""History: every version can be had again, cheaply, and damage is told rather than shown."""

import json
from datetime import timedelta

import pytest
from copying import Desk, same
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import tries
from making import NOW, sample
from test_changes import randomly_edited

from bidwriter.bids.bid import Bid, rebuilt
from bidwriter.bids.changes import Edit
from bidwriter.bids.history.log import At, HistoryError, Log, Named
from bidwriter.bids.history.packing import pack, undone, unpack
from bidwriter.bids.history.recording import Doing
from bidwriter.bids.history.relation import come_from, last_change, union
from bidwriter.bids.history.version import Version, root_of, version_id
from bidwriter.bids.person import Person, Stamp
from bidwriter.bids.typed.setting import set_typed
from bidwriter.files.container import history_file


def bare(bid: Bid) -> Bid:
    return rebuilt(bid, changed=None, comments=())


@settings(max_examples=tries(300))
@given(st.text(max_size=300), st.text(max_size=300))
def test_packed_edits_come_back(before: str, after: str) -> None:
    edit = Edit(place="approach", before=before, after=after)
    packed = json.loads(json.dumps(pack(edit)))
    assert unpack(packed, before) == edit
    assert undone(packed, after) == before


@settings(max_examples=tries(25))
@given(st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from([1, 30])), min_size=1, max_size=8))
def test_every_saved_state_can_be_had_again(work: list[tuple[int, int]]) -> None:
    desk = Desk("Joan", sample())
    states = []
    for seed, pause in work:
        desk = desk.later(pause).saves(randomly_edited(desk.bid, seed, 3))
        states.append((desk.copy.copy.head, desk.bid))
    log = desk.copy.copy.log
    for id_, bid in states:
        assert bare(log.bid_at(id_)) == bare(bid)
    assert log.broken == 0


def test_ids_are_what_they_say() -> None:
    desk = (
        Desk("Joan", sample()).types("title", "A").types("title", "B").later(60).types("title", "C")
    )
    log = desk.copy.copy.log
    for version in log.versions:
        assert version_id(version) == version.id
    (second, third) = log.versions[1:]
    assert [len(second.steps), len(third.steps)] == [2, 1]
    assert second.steps[0].saved is not None
    assert log.bid_at(At(second.id, 1)).title == "A"


def test_a_pause_a_person_or_a_name_begins_a_version() -> None:
    desk = Desk("Joan", sample()).types("title", "A").types("title", "B")
    assert len(desk.copy.copy.log.versions) == 2
    assert len(desk.later(60).types("title", "C").copy.copy.log.versions) == 3
    assert len(desk.sends("Ruth").types("title", "C").copy.copy.log.versions) == 3
    head = desk.copy.copy.head
    named = history_file.named(desk.history, Named(of=head, name="Sent to Leeds", when=NOW))
    after = Desk("Joan", desk.bid, named).types("title", "C").copy.copy.log
    assert len(after.versions) == 3
    assert after.names == {head: "Sent to Leeds"}


def test_a_clock_that_goes_back_breaks_nothing() -> None:
    desk = Desk("Joan", sample()).types("title", "A").later(-600).types("title", "B")
    log = desk.copy.copy.log
    assert [log.bid_at(v.id).title for v in log.versions[1:]] == ["A", "B"]


def test_a_file_changed_by_other_means_goes_on() -> None:
    desk = Desk("Joan", sample()).types("title", "A")
    elsewhere = Desk("Joan", set_typed(desk.bid, "title", "By hand"), desk.history)
    log = elsewhere.types("summary", "More").copy.copy.log
    assert [v.words for v in log.versions][2] == "Changed outside bidwriter"
    assert [log.bid_at(v.id).title for v in log.versions[1:]] == ["A", "By hand", "By hand"]


def test_a_damaged_line_costs_only_what_rests_on_it() -> None:
    desk = Desk("Joan", sample())
    for n in range(60):
        desk = desk.later(60).types("title", f"Title {n}")
    lines = desk.history.splitlines(keepends=True)
    broken = next(i for i, line in enumerate(lines) if b"Title 20" in line)
    lines[broken] = lines[broken][:40] + b"?" + lines[broken][41:]
    log = history_file.read_log(b"".join(lines), desk.bid.bid_id)
    assert log.broken == 1
    titles, lost = [], 0
    for version in log.versions:
        try:
            titles.append(log.bid_at(version.id).title)
        except HistoryError as error:
            lost += 1
            assert "as it is now is whole" in str(error)
    assert 0 < lost <= 31
    assert titles[-1] == "Title 59"
    assert "Title 19" in titles


def test_a_year_of_work_stays_small() -> None:
    words = "We will spend twelve weeks with residents and staff and write down what we find. " * 60
    paragraphs = [f"{words[: 80 * (n % 5 + 1)]} {n}." for n in range(24)]
    desk = Desk("Joan", sample()).types("approach", "\n\n".join(paragraphs))
    for n in range(120):
        paragraphs[n % 24] += f" And {n} more."
        desk = desk.later(60).types("approach", "\n\n".join(paragraphs))
    per_version = len(desk.history) / 120
    assert per_version < 5_000


def test_a_round_changed_is_kept_once_and_comes_back() -> None:
    from bidwriter.bids.editing import take_round
    from bidwriter.rounds.round import data_of, read_round

    desk = Desk("Joan", sample()).types("title", "A")
    other = read_round(data_of(desk.bid.round) | {"version": "9.0"})
    done = desk.later(60).saves(take_round(desk.bid, other)).later(60).types("title", "B")
    log = done.copy.copy.log
    assert [log.bid_at(v.id).round.version for v in log.versions] == [
        desk.bid.round.version, desk.bid.round.version, "9.0", "9.0",
    ]  # fmt: skip
    assert same(log.bid_at(log.versions[-1].id), done.bid)
    assert done.history.count(b'{"round"') == 2


def test_a_history_that_goes_in_a_circle_ends() -> None:
    desk = Desk("Joan", sample()).types("title", "A").later(60).types("title", "B")
    first, second = (v.id.encode() for v in desk.copy.copy.log.versions[1:])
    root = desk.copy.copy.log.versions[0].id.encode()
    lines = [x for x in desk.history.splitlines(keepends=True) if not x.startswith(b'{"snapshot"')]
    bent = b"".join(lines).replace(b'"parents":["' + root, b'"parents":["' + second)
    log = history_file.read_log(bent, desk.bid.bid_id)
    assert log.ancestors(second.decode()) == {first.decode(), second.decode()}
    with pytest.raises(HistoryError):
        log.bid_at(second.decode())


def test_version_order_is_of_parents() -> None:
    desk = Desk("Joan", sample()).types("title", "A")
    ruth = desk.sends("Ruth").types("summary", "B")
    done = desk.later(5).types("title", "C").joins(ruth)
    log = done.copy.copy.log
    seen: set[str] = set()
    for version in log.versions:
        assert set(version.parents) <= seen
        seen.add(version.id)
        seen |= {s.saved for s in version.steps if s.saved}


def test_a_joined_copy_does_not_stand_in_for_the_own_version_that_is_lost() -> None:
    desk = Desk("Joan", sample()).types("title", "A")
    ruth = desk.sends("Ruth").later(60).types("summary", "B")
    own = desk.later(60).types("title", "C")
    log = own.later(60).joins(ruth).copy.copy.log
    left = tuple(version for version in log.versions if version.id != own.copy.copy.head)
    without = Log(log.bid_id, left, snapshots=log.snapshots, rounds=log.rounds)
    assert without.bid_at(ruth.copy.copy.head).title == "A"
    with pytest.raises(HistoryError, match="rests on is damaged"):
        without.bid_at(log.versions[-1].id)


def test_who_joined_last_is_named_only_where_nobody_else_wrote_it() -> None:
    desk = Desk("Joan", sample()).types("contact-role", "Lead officer")
    ruth = desk.sends("Ruth").later(30).types("title", "Ruth's")
    mark = ruth.sends("Mark").later(30).types("title", "Mark's")
    joan = desk.later(60).types("summary", "Joan's.").joins(ruth).later(60).joins(mark)
    log, heads = joan.copy.copy.log, (joan.copy.copy.head,)
    wrote = last_change(log, "title", come_from(log, (desk.copy.copy.head,)), heads)
    joined = last_change(log, "title", come_from(log, (mark.copy.copy.head,)), heads)
    assert wrote and joined
    assert wrote.who.name == "Mark"
    assert (joined.who.name, joined.when) == ("Joan", log.versions[-1].when)
    assert last_change(log, "approach", set(), heads) is None


def test_a_history_of_nothing_knows_nothing_and_says_so() -> None:
    log = Log("bid", ())
    assert (log.head, log.names, log.broken) == (None, {}, 0)
    assert log.ancestors("0" * 64) == set()
    for ask in (log.bid_at, log.round):
        with pytest.raises(HistoryError):
            ask("0" * 64)


NAMES = [
    # names as they were given, hours after the first, and the one that counts
    ([(0, "A")], "A"),
    ([(0, "A"), (1, "B")], "B"),
    ([(1, "B"), (0, "A")], "B"),
    ([(0, "A"), (0, "B")], "B"),
    ([(0, "B"), (0, "A")], "B"),
    ([(0, "A"), (1, "")], None),
]


@pytest.mark.parametrize(("given", "counts"), NAMES)
def test_of_names_the_latest_counts_whatever_the_order(
    given: list[tuple[int, str]], counts: str | None
) -> None:
    of = "0" * 64
    named = tuple(Named(of=of, name=name, when=NOW + timedelta(hours=at)) for at, name in given)
    assert Log("bid", (), names=named).names.get(of) == counts


@pytest.mark.parametrize(("minutes", "versions"), [(20, 2), (21, 3), (-20, 2), (-21, 3)])
def test_a_stretch_ends_with_a_pause_of_more_than_twenty_minutes(
    minutes: int, versions: int
) -> None:
    desk = Desk("Joan", sample()).types("title", "A").later(minutes).types("title", "B")
    assert len(desk.copy.copy.log.versions) == versions


def test_a_save_within_a_stretch_rests_on_the_version_before_it() -> None:
    log = Desk("Joan", sample()).types("title", "A").types("title", "B").copy.copy.log
    last = log.versions[-1]
    assert log.bid_at(At(last.id, 1)).title == "A"
    without = Log(log.bid_id, (last,), snapshots={}, rounds=log.rounds)
    with pytest.raises(HistoryError, match="rests on is damaged"):
        without.bid_at(At(last.id, 1))


def test_two_histories_have_every_version_name_and_broken_line_of_both_once() -> None:
    desk = Desk("Joan", sample()).types("title", "A")
    ruth = desk.sends("Ruth").later(60).types("title", "B").copy.copy.log
    both, own, other = (Named(of=desk.copy.copy.head, name=name, when=NOW) for name in "ABC")
    mine = Log("bid", desk.copy.copy.log.versions, names=(both, own), broken=1)
    theirs = Log("bid", ruth.versions, names=(both, other), broken=2)
    made = union(mine, theirs)
    assert made.named == (both, own, other)
    assert made.versions == ruth.versions
    assert made.broken == 3


def test_the_first_save_begins_a_version_though_the_same_person_just_made_the_bid() -> None:
    stamp = Stamp(who=Person(id="joan", name="Joan"), when=NOW)
    desk = Desk("Joan", rebuilt(sample(), changed=stamp)).types("title", "A")
    assert len(desk.copy.copy.log.versions) == 2


def test_what_has_words_of_its_own_is_a_version_and_so_is_what_comes_after() -> None:
    desk = Desk("Joan", sample()).types("title", "A")
    after = set_typed(desk.bid, "title", "B")
    doing = Doing(Person(id="joan", name="Joan"), NOW, "Brought back")
    history = history_file.recorded(desk.history, desk.bid, after, doing)
    log = Desk("Joan", after, history).types("title", "C").copy.copy.log
    assert [version.words for version in log.versions[1:]] == ["", "Brought back", ""]


def test_every_fiftieth_version_is_kept_whole() -> None:
    desk, kept = Desk("Joan", sample()), list[int]()
    for n in range(50):
        desk = desk.later(60).types("title", f"Title {n}")
        kept.append(desk.history.count(b'{"snapshot"'))
    assert kept == [*[1] * 49, 2]


def test_what_a_file_calls_a_version_turns_no_words_round() -> None:
    named = Named(of="0" * 64, name="Sent\u202e to\x1b[2J Leeds", when=NOW)
    assert named.name == "Sent to[2J Leeds"
    made = root_of(sample()).model_copy(update={"words": "x"})
    raw = {**made.model_dump(mode="json"), "words": "Joined\u202e “a”", "file": "a\u2066.bid"}
    read = Version.model_validate(raw)
    assert (read.words, read.file) == ("Joined “a”", "a.bid")


def test_of_two_names_given_in_one_second_the_later_one_counts() -> None:
    data = history_file.settled(b"", sample())
    head = history_file.head_id(data)
    for name in ("Zebra", "Ant", "", "Before"):
        data = history_file.named(data, Named(of=head, name=name, when=NOW))
        found = history_file.read_log(data, sample().bid_id).names.get(head, "")
        assert found == name
    earlier = history_file.named(data, Named(of=head, name="Early", when=NOW - timedelta(days=1)))
    assert history_file.read_log(earlier, sample().bid_id).names[head] == "Early"
