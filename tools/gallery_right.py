"""The gallery's right side: states, callouts, lists, long work, tabs, empty pages."""

from gallery_left import line_part
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidwriter.ui.look.space import column
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.avatar import Avatar
from bidwriter.ui.parts.callout import Callout
from bidwriter.ui.parts.card import Card
from bidwriter.ui.parts.disclosure import Disclosure
from bidwriter.ui.parts.empty_state import EmptyState
from bidwriter.ui.parts.error_summary import ErrorLine, ErrorSummary
from bidwriter.ui.parts.gap_row import GapRow
from bidwriter.ui.parts.side_tabs import SideTabs
from bidwriter.ui.parts.state_mark import StateMark, TaskState
from bidwriter.ui.parts.steps_card import StepsCard
from bidwriter.ui.parts.toast import Toast
from bidwriter.ui.parts.type_ahead import Match, TypeAhead
from bidwriter.ui.parts.words import Words, words


def task_rows_part() -> QVBoxLayout:
    """Task rows."""
    lines = column(spacing=8)
    rows: tuple[tuple[TaskState, str], ...] = (
        ("completed", "1   Summarise the problem"),
        ("started", "2   Describe your approach"),
        ("problem", "3   Show the benefits"),
        ("not_started", "9   List past funding"),
        ("waiting", "Sign-off, with Amir Wahid"),
        ("locked", "Export the package"),
    )
    for state, text in rows:
        lines.addLayout(line_part(StateMark(state, line=22), Words(text, "small", wrap=False)))
    return lines


def callouts_part() -> QVBoxLayout:
    """Callouts."""
    lines = column(spacing=12)
    lines.addWidget(
        Callout(
            "info",
            "This answer would show Share safely strongly",
            "Say who agrees the safeguards, and when.",
            "Show me where",
        )
    )
    lines.addWidget(
        Callout(
            "problem",
            "The lead has not signed the Declaration",
            "Only signatories can lead. Choose another lead or record when yours signed.",
            "Change the lead",
        )
    )
    lines.addWidget(
        Callout("waiting", "Waiting for Scarborough", "Copy sent 31 October to Ruth Selwyn.")
    )
    met = "Nothing has changed since the package was made"
    lines.addWidget(Callout("met", met, "8 of 8 checksums match."))
    return lines


def gaps_part() -> Card:
    """Gaps."""
    card = Card(padding=(8, 3, 8, 5), spacing=0)
    card.body.addWidget(
        GapRow(
            "The grant in question 3 is not the grant in the budget",
            "Show the benefits  ·  £79,000 against £78,400",
            stops=True,
            who="Joan Price",
        )
    )
    finding = "Question 5 is 40 words shorter than it could be"
    card.body.addWidget(GapRow(finding, "Set out the impacts", last=True))
    return card


def long_work_part() -> StepsCard:
    """Long work."""
    first = ("Check the bid", "Write the figures", "Write the PDF")
    then = ("Check that the PDF is accessible", "Write checksums", "Read everything back")
    card = StepsCard("Making the package", first + then)
    card.show_step(3)
    return card


def summary_part() -> ErrorSummary:
    """Summary."""
    summary = ErrorSummary()
    summary.show_errors(
        (
            ErrorLine(
                "email",
                "Enter an email address in the right form, like name@council.gov.uk",
                "Work email",
            ),
            ErrorLine(
                "publish",
                "Choose whether your details can be published",
                "Can the fund publish your details?",
            ),
        ),
        focus=False,
    )
    return summary


def side_part() -> QVBoxLayout:
    """Side."""
    lines = column(spacing=8)
    tabs = SideTabs(("Guidance", "Problems", "Comments", "History"))
    tabs.set_count(1, 2)
    tabs.set_count(2, 3)
    lines.addWidget(tabs)
    told = Words("Say who agrees the safeguards and when, and this answer will show it strongly.")
    told.set_strong("strongly")
    lines.addWidget(Disclosure("How words are counted", told, is_open=True))
    lines.addWidget(Disclosure("Words to avoid", words("None.")))
    lines.addLayout(line_part(Avatar("Joan Price"), Avatar("Ruth Selwyn"), Avatar("Priya Nair")))
    return lines


def type_ahead_part() -> TypeAhead:
    """Type ahead."""
    councils = ("Scarborough", "Selby", "Sefton", "Sevenoaks")
    ahead = TypeAhead(
        lambda text: [Match(c, c, "signed 2018") for c in councils if text.lower() in c.lower()],
        placeholder="Find a council",
    )
    ahead.setAccessibleName("Council")
    ahead.box.setText("Se")
    ahead.box.textEdited.emit("Se")
    return ahead


def empty_part() -> Card:
    """Empty."""
    card = Card()
    text = "Choose a fund round to begin. You will see every question, and its limit, first."
    card.body.addWidget(EmptyState("papers", "No bids yet", text, "Start a bid"))
    return card


def toast_part() -> QWidget:
    """Toast."""
    host = QWidget()
    host.setMinimumHeight(theme().px(84))
    Toast(host).say("Joined 14 changes from Scarborough")
    return host
