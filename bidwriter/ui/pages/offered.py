"""Every page that is no task: what it is called, where it is offered, and what makes it.

This is the one list: the window, Ctrl K, the menu, the keys for the next page, pictures and tests
read it. Pages are imported when first asked for, so that a start does not pay for all of them;
that is why what is said of a page stands here and not in its class.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from bidwriter.bids.bid import Bid
from bidwriter.ui.navigator import Navigator, PageKey
from bidwriter.ui.pages.page import Page
from bidwriter.ui.session import Session

Parts = Callable[[Bid], list[tuple[str, str]]]  # part and what it is called


def _always(_: Bid) -> bool:
    return True


@dataclass(frozen=True)
class Offered:
    """A page by the key `key`, made by `module` and `name` below `ui/pages`.

    `when` says whether a bid has it. `parts` are those of a page that there are several of, such
    as one for each section. `in_list`: it stands over the task list; `steps`: -1 or 1, whether
    the keys for the next page come to it before or after the tasks; `menu`: its words in the menu
    ("": it is not there); `found_as`: what Ctrl K calls it, where that is not its title.
    """

    key: str
    title: str
    icon: str
    module: str
    name: str
    when: Callable[[Bid], bool] = _always
    parts: Parts | None = None
    in_list: bool = False
    steps: int = 0
    menu: str = ""
    found_as: str = ""

    def keys(self, bid: Bid) -> list[tuple[PageKey, str]]:
        """Each page of it that a bid has, and what it is called."""
        if not self.when(bid):
            return []
        named = self.found_as or self.title
        if self.parts is None:
            return [(PageKey(self.key), named)]
        return [
            (PageKey.of(self.key, part), f"{named}: {title}") for part, title in self.parts(bid)
        ]


def _sections(bid: Bid) -> list[tuple[str, str]]:
    return [(section.id, section.title) for section in bid.round.sections]


def _has_principles(bid: Bid) -> bool:
    return bool(bid.round.principles)


OVERVIEW, MAP, ANSWERS, EXPORT = "overview", "map", "answers", "export"
ATTACHMENTS, HISTORY, COMMENTS = "attachments", "history", "comments"

PAGES = (
    Offered(OVERVIEW, "Overview", "layout-dashboard", "overview", "OverviewPage",
            in_list=True, steps=-1),
    Offered(MAP, "Principle map", "grid-3x3", "principle_map", "PrincipleMapPage",
            when=_has_principles, in_list=True, steps=-1),
    Offered(ANSWERS, "Check your answers", "list", "check_answers", "CheckAnswersPage",
            parts=_sections),
    Offered(ATTACHMENTS, "Attachments", "paperclip", "attachments", "AttachmentsPage", steps=1),
    Offered(EXPORT, "Check and export", "package-check", "export", "ExportPage", steps=1),
    Offered(COMMENTS, "Open comments", "message-square", "comments", "CommentsPage",
            menu="Open comments"),
    Offered(HISTORY, "History", "history", "history.page", "HistoryPage", menu="History"),
    Offered("finance", "Finance summary", "pound-sterling", "finance", "FinancePage",
            menu="Finance summary"),
    Offered("partner-copy", "Save a copy for a partner", "copy", "partner_copy", "PartnerCopyPage",
            menu="Save a copy for a partner…"),
)  # fmt: skip
_BY_KEY = {page.key: page for page in PAGES}


def offered_in(bid: Bid) -> list[tuple[PageKey, str]]:
    """Every page that a bid has, and what it is called."""
    return [one for page in PAGES for one in page.keys(bid)]


def is_page(key: str) -> bool:
    """Whether a key is that of a page, not of a task."""
    return PageKey(key).name in _BY_KEY


def page_for(key: PageKey, session: Session, navigator: Navigator) -> Page:
    """The page called `key`. Raises KeyError."""
    offered = _BY_KEY[key.name]
    made = getattr(import_module(f"bidwriter.ui.pages.{offered.module}"), offered.name)
    page: Page = made(session, navigator, key.part) if key.part else made(session, navigator)
    return page
