"""What the fund says of a question, beside the answer."""

from pathlib import Path

from answering import forget_sessions, session_on, shown
from asking_round import question, round_of
from driving import name_of
from pytestqt.qtbot import QtBot

from bidwriter.bids.editing import new_bid
from bidwriter.files.container.bid_file import bid_bytes
from bidwriter.ui.panel.guidance_tab import GuidanceTab
from bidwriter.ui.parts.link import Link
from bidwriter.ui.parts.words import Words

TEXT = """Only **halls** can apply, see [who can apply](https://x.gov.uk/who).

## Before you begin

1. Ask [the clerk](mailto:clerk@x.gov.uk)
2. <b>Not mark-up</b> and [nothing](javascript:x)"""


def test_the_funds_words_are_words_and_its_links_tell_where_they_lead(
    qtbot: QtBot, tmp_path: Path
) -> None:
    asked = question("need", "rich-text")
    folded = [{"title": "Subsidy control", "text": "Ask first."}]
    asked["guidance"] = {"text": TEXT, "folded": folded}
    criteria = [{"id": "need", "name": "Need", "weight": 100, "questions": ["need"]}]
    path = tmp_path / "a.bid"
    path.write_bytes(bid_bytes(new_bid(round_of(asked, criteria=criteria)), {}))
    session = session_on(path)
    tab = GuidanceTab(session)
    shown(qtbot, tab, 340)
    tab.show_questions((session.bid.round.by_id["need"],))
    said = [words.text() for words in tab.findChildren(Words)]
    assert "Only halls can apply, see who can apply." in said
    assert "Before you begin" in said
    assert {"1.", "2."} <= set(said)
    assert any("<b>Not mark-up</b>" in words for words in said)
    assert "Scored: Need, 100%" in said
    links = {name_of(link): link.toolTip() for link in tab.findChildren(Link)}
    assert set(links) == {"who can apply", "the clerk"}
    assert "https://x.gov.uk/who" in links["who can apply"]
    forget_sessions()
