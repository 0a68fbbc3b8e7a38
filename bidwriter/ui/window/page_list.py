"""Which page shows what; each is imported when first asked for."""

from bidwriter.ui.navigator import Navigator
from bidwriter.ui.pages.base import Page
from bidwriter.ui.session import Session

PAGES = (
    "overview",
    "map",
    "export",
    "attachments",
    "history",
    "comments",
    "partner-copy",
    "finance",
)


def page_for(key: str, session: Session, navigator: Navigator) -> Page:
    """The page called `key`. Raises KeyError."""
    name, _, rest = key.partition("/")
    match name:
        case "overview":
            from bidwriter.ui.pages.overview import OverviewPage

            return OverviewPage(session, navigator)
        case "map":
            from bidwriter.ui.pages.principle_map import PrincipleMapPage

            return PrincipleMapPage(session, navigator)
        case "answers":
            from bidwriter.ui.pages.check_answers import CheckAnswersPage

            return CheckAnswersPage(session, navigator, rest)
        case "attachments":
            from bidwriter.ui.pages.attachments import AttachmentsPage

            return AttachmentsPage(session, navigator)
        case "export":
            from bidwriter.ui.pages.export import ExportPage

            return ExportPage(session, navigator)
        case "history":
            from bidwriter.ui.pages.history.page import HistoryPage

            return HistoryPage(session, navigator)
        case "comments":
            from bidwriter.ui.pages.comments import CommentsPage

            return CommentsPage(session, navigator)
        case "finance":
            from bidwriter.ui.pages.finance import FinancePage

            return FinancePage(session, navigator)
        case "partner-copy":
            from bidwriter.ui.pages.partner_copy import PartnerCopyPage

            return PartnerCopyPage(session, navigator)
        case _:
            raise KeyError(key)
