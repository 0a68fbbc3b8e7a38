"""`make bench`: bidwriter's figures beside stand-ins, measured in one run, as ratios of medians.

Absolute times on a shared machine are noise; each pair is measured turn by turn. Nothing here is
a test: nothing fails.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench_rounds import large_rounds_bid

from bidwriter.bids.bid import Bid
from bidwriter.bids.editing import attach, set_answer
from bidwriter.bids.printing.printed import printed_text
from bidwriter.files.container.attachments import attachment
from bidwriter.files.container.bid_file import bid_bytes, open_file
from bidwriter.paths import RESOURCES

ROUNDS = 7
SAMPLE = RESOURCES / "samples" / "tell-us-once.bid"
PROSE = (
    *("summary", "approach", "benefits", "relevance", "impacts", "user-research"),
    *("support", "delivery-of-outputs", "funding-history"),
)

BARE = """
from PySide6.QtWidgets import QApplication, QLabel
from PySide6.QtCore import QTimer
app = QApplication([]); window = QLabel("bidwriter"); window.resize(1360, 860); window.show()
QTimer.singleShot(0, app.quit); app.exec()
"""
FORM = """
from PySide6.QtWidgets import (
    QApplication, QFormLayout, QGroupBox, QLineEdit, QScrollArea, QVBoxLayout, QWidget)
from PySide6.QtCore import QTimer
app = QApplication([]); area = QScrollArea(); area.resize(1360, 860); inside = QWidget()
body = QVBoxLayout(inside)
for part in range(10):
    group = QGroupBox(f"Part {part}"); form = QFormLayout(group); body.addWidget(group)
    for field in range(12): form.addRow(f"Field {field}", QLineEdit())
area.setWidget(inside); area.setWidgetResizable(True); area.show()
QTimer.singleShot(0, app.quit); app.exec()
"""
# What no program with pydantic's models and Qt's enumerations can do without.
LEAST = f"import pydantic; pydantic.BaseModel{BARE}".replace("import QTimer", "import Qt, QTimer")
BIDWRITER = """
import gc, sys
gc.disable()  # as the command does until the window shows
from pathlib import Path
from bidwriter.ui.app import make_app
from bidwriter.ui.window.main_window import MainWindow
from PySide6.QtCore import QTimer
app = make_app(); window = MainWindow(Path(sys.argv[1]), "summary"); window.show()
def end():
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    app.quit()
QTimer.singleShot(0, end); app.exec()
"""


def large_bid() -> Bid:
    """The sample with about 20,000 words in its answers."""
    bid = open_file(SAMPLE).bid
    words = str(bid.answer("summary"))
    many = 20_000 // (len(PROSE) * 255) + 1
    for question in PROSE:
        bid = set_answer(bid, question, "\n\n".join([words] * many))
    return bid


def timed(work: Callable[[], object]) -> float:
    """Seconds that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def turn_by_turn(works: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Median seconds of each, measured in turn."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(timed(work))
    return {name: statistics.median(found) for name, found in times.items()}


def say(title: str, medians: dict[str, float], against: str, aim: str = "") -> None:
    """One block: medians, and ratios against the first stand-in."""
    print(f"\n{title}{f'  (aim: {aim})' if aim else ''}")  # noqa: T201
    base = medians[against]
    for name, seconds in medians.items():
        print(f"  {name:<44} {seconds * 1000:9.1f} ms   {seconds / base:6.2f} x {against}")  # noqa: T201


def as_people_have_it(folder: Path) -> dict[str, str]:
    """The surroundings of a program whose files are compiled, as an installed one's are; kept
    apart from the source, so that a machine that writes no compiled files can measure too."""
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    return surroundings


def program(folder: Path, *words: str, told: list[int] | None = None) -> Callable[[], object]:
    """Runs Python with these words, its files compiled by one run now; a number that it prints
    goes to `told`."""

    def once() -> None:
        done = subprocess.run(
            [sys.executable, *words],
            env=as_people_have_it(folder), capture_output=True, text=True, check=True,
        )  # fmt: skip
        if told is not None and done.stdout.strip().isdigit():
            told.append(int(done.stdout))

    once()
    return once


def start(folder: Path) -> None:
    """Start to a painted window with the first question of a 20,000-word bid."""
    path = folder / "large.bid"
    path.write_bytes(bid_bytes(large_bid(), {}))
    memory: list[int] = []
    medians = turn_by_turn(
        {
            "bare PySide6 window": program(folder, "-c", BARE),
            "10 x 12-field form": program(folder, "-c", FORM),
            "the same with pydantic and Qt's names": program(folder, "-c", LEAST),
            "bidwriter, 20,000-word bid": program(folder, "-c", BIDWRITER, str(path), told=memory),
        }
    )
    say("Start to a painted window, from source", medians, "bare PySide6 window", "2.5 x")
    print(f"  peak memory with the bid open: {max(memory)} MiB (aim: 120)")  # noqa: T201


def command(folder: Path) -> None:
    """A whole command beside importing the library that every model rests on."""
    medians = turn_by_turn(
        {
            "import pydantic": program(folder, "-c", "import pydantic; pydantic.BaseModel"),
            "bidwriter check of the sample": program(
                folder, "-m", "bidwriter", "check", str(SAMPLE)
            ),
        },
        11,
    )
    say("A command", medians, "import pydantic", "2 x")


def key_press(folder: Path) -> None:
    """From a key press to counter, checks and map up to date: a long bid, and a large round."""
    press_keys(folder, large_bid(), "approach", "A key press in a 20,000-word bid")
    bid = large_rounds_bid()
    prose = next(q.id for q in bid.round.questions if q.kind == "rich-text")
    press_keys(folder, bid, prose, "A key press in a round of 120 questions, 40 of them tables")


def large_rounds(folder: Path) -> None:
    """Start to a painted window with a bid of a large round, against the sample's."""
    large, sample = folder / "large-round.bid", folder / "sample.bid"
    large.write_bytes(bid_bytes(large_rounds_bid(), {}))
    shutil.copy(SAMPLE, sample)
    prose = next(q.id for q in large_rounds_bid().round.questions if q.kind == "rich-text")
    first = BIDWRITER.replace('"summary"', repr(prose))
    medians = turn_by_turn(
        {
            "bidwriter, the sample": program(folder, "-c", BIDWRITER, str(sample)),
            "bidwriter, a round of 120 questions": program(folder, "-c", first, str(large)),
        }
    )
    say("Opening a bid of a large round", medians, "bidwriter, the sample", "1.5 x")


def press_keys(folder: Path, bid: Bid, question: str, title: str) -> None:
    """Four hundred keys in one answer."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtTest import QTest

    from bidwriter.bids.person import Person
    from bidwriter.ui.app import make_app
    from bidwriter.ui.pages.task_page import TaskPage
    from bidwriter.ui.session import Session
    from bidwriter.ui.window.bid_view import BidView

    make_app()
    path = folder / "typed.bid"
    path.write_bytes(bid_bytes(bid, {}))
    session = Session(open_file(path), path, Person(), read_only=False)
    view = BidView(session)
    view.resize(1360, 860)
    view.show()
    view.show_named(question)
    page = view.pages[view.current]
    assert isinstance(page, TaskPage)
    editor = page.editors[question].focusProxy()
    assert editor is not None
    times = []
    for at in range(400):
        start_of = time.perf_counter()
        QTest.keyClicks(editor, "etaoin shrdlu"[at % 13])
        times.append(time.perf_counter() - start_of)
        QCoreApplication.processEvents()
    session.close()
    times.sort()
    print(f"\n{title}, until all is up to date  (aim: 16 ms at p99)")  # noqa: T201
    for name, at in (("median", 200), ("p99", 396)):
        print(f"  {name:<44} {times[at] * 1000:9.1f} ms")  # noqa: T201


def journal(folder: Path) -> None:
    """An append to the journal against a bare fsync'd append."""
    from datetime import UTC, datetime

    from bidwriter.bids.changes import Change, Edit
    from bidwriter.files.recovery.journal import Journal

    change = Change(
        when=datetime.now(UTC), edits=(Edit(place="summary", before="a" * 1500, after="b" * 1500),)
    )
    kept = Journal("benchbench", folder / "x.bid")
    body = change.model_dump_json().encode() + b"\n"
    bare = folder / "bare"

    def plain() -> None:
        with bare.open("ab") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())

    medians = turn_by_turn(
        {"bare append and fsync": plain, "journal": lambda: kept.append([change], "x")}, 60
    )
    say("An edit on disk", medians, "bare append and fsync", "3 x")


def pdf(folder: Path) -> None:
    """The tagged PDF of a bid of about 20 pages against untagged ReportLab, and others if here."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

    from bidwriter.exports.pdf.document import bid_pdf

    bid = open_file(SAMPLE).bid
    summary = str(bid.answer("summary"))
    for question in PROSE[:4]:
        bid = set_answer(bid, question, "\n\n".join([summary] * 3))
    pages = bid_pdf(bid, "final", "full", None)
    texts = [printed_text(bid, q) for q in bid.asked]
    texts += [e.reason for e in bid.evidence] + [p.text for p in bid.round.principles]
    style = ParagraphStyle("x", fontName="Helvetica", fontSize=11, leading=17, spaceAfter=8)

    def untagged() -> None:
        from xml.sax.saxutils import escape

        story: list[Flowable] = [
            Paragraph(escape(line), style) for words in texts for line in words.splitlines() if line
        ]
        SimpleDocTemplate(str(folder / "plain.pdf")).build(story)

    def tagged_alone() -> None:
        from datetime import UTC, datetime

        from bidwriter.exports.tagged import Block, Heading, Paragraph, TaggedDocument, TextStyle

        look = TextStyle(11, 17, "#1C2130", after=8)
        story: list[Block] = [Heading(1, "The same words", look)]
        story += [Paragraph(line, look) for words in texts for line in words.splitlines() if line]
        TaggedDocument("x", created=datetime(2018, 11, 6, tzinfo=UTC)).build(story)

    works: dict[str, Callable[[], object]] = {
        "untagged ReportLab, the same words": untagged,
        "bidwriter's tagged layer, the same words": tagged_alone,
        "bidwriter, a whole bid with tables, map, charts": lambda: bid_pdf(
            bid, "final", "full", None
        ),
    }
    html = folder / "x.html"
    html.write_text(
        "<html><body>" + "".join(f"<p>{t}</p>" for t in texts) + "</body></html>", "utf-8"
    )
    if office := shutil.which("soffice") or shutil.which("libreoffice"):
        works["LibreOffice, the same words"] = lambda: subprocess.run(
            [office, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(html)],
            capture_output=True,
            check=False,
        )
    untagged()
    import pypdfium2

    count, plain = (
        len(pypdfium2.PdfDocument(pages)),
        len(pypdfium2.PdfDocument(folder / "plain.pdf")),
    )
    medians = turn_by_turn(works, 5)
    say(
        f"PDF: {count} tagged pages against {plain} plain ones",
        medians,
        "untagged ReportLab, the same words",
        "1.3 x for the same pages",
    )
    each = [
        medians["bidwriter, a whole bid with tables, map, charts"] / count,
        medians["untagged ReportLab, the same words"] / plain,
    ]
    print(f"  {'by page':<44} {each[0] * 1000:9.1f} ms   {each[0] / each[1]:6.2f} x untagged")  # noqa: T201


def verify(folder: Path) -> None:
    """Verify a package of about 60 MB against sha256sum of the same bytes."""
    from bidwriter import clock
    from bidwriter.exports.package import Wanted, make_package

    bid, contents = open_file(SAMPLE).bid, {}
    for at in range(3):
        data = b"\xff\xd8\xff" + bytes([at]) * 19_000_000 + b"\xff\xd9"
        made = attachment(f"a{at}.jpg", data)
        bid, contents[made.sha256] = attach(bid, made), data
    path = folder / "large.zip"
    path.write_bytes(make_package(bid, contents, Wanted("draft"), clock.now()).data)
    medians = turn_by_turn(
        {
            "sha256sum": lambda: subprocess.run(
                ["sha256sum", str(path)], capture_output=True, check=True
            ),
            "bidwriter verify": program(folder, "-m", "bidwriter", "verify", str(path)),
            "bidwriter, start-up alone": program(folder, "-m", "bidwriter", "verify", str(SAMPLE)),
        }
    )
    medians["bidwriter verify less start-up"] = (
        medians["bidwriter verify"] - medians["bidwriter, start-up alone"]
    )
    say("Verify a package of 57 MB", medians, "sha256sum", "1.5 x and start-up")


def history(folder: Path) -> None:
    """A year's history: opening, saving and joining beside the same bid with none."""
    from bench_history import VERSIONS, a_years_work, works_on

    bid, long, empty = a_years_work(open_file(SAMPLE).bid)
    works = {
        **works_on("no history", bid, empty, folder / "empty.bid"),
        **works_on(f"{VERSIONS:,} versions", bid, long, folder / "long.bid"),
    }
    medians = turn_by_turn(works, 15)
    size = (folder / "long.bid").stat().st_size
    say(f"History: a file of {size / 1e6:.1f} MB", medians, "open, no history", "5 MB")


def forms(_: Path) -> None:
    """A fund's form of forty pages."""
    from bench_forms import form_works

    title = "A Word form of 260 questions, some forty pages"
    say(title, turn_by_turn(form_works(), 3), "defusedxml reads its XML", "2 s")


def text_and_colours(folder: Path) -> None:
    """Another text size, other colours, whatever has been visited."""
    from bench_look import look

    title = "Text size and colours, processor time of a turn"
    say(title, look(folder), "text size, one page visited", "300 ms")


def main() -> None:
    """All of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("BIDWRITER_NOW", "2018-11-06T10:32")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["BIDWRITER_PROFILE"] = str(folder / "profile")
        at_start = (start, large_rounds, command)
        for part in (*at_start, forms, journal, history, pdf, verify, text_and_colours, key_press):
            part(folder)


if __name__ == "__main__":
    main()
