"""The pages of an open bid that have been made: each when it is first asked for, and kept."""

from bidwriter.checks.progress import TaskProgress
from bidwriter.ui.navigator import Navigator, PageKey
from bidwriter.ui.pages.offered import page_for
from bidwriter.ui.pages.page import Page
from bidwriter.ui.pages.task_page import TaskPage
from bidwriter.ui.parts.page_stack import PageStack
from bidwriter.ui.session import Session


class MadePages(dict[str, Page]):
    """By key; each is on the stack."""

    def __init__(self, session: Session, navigator: Navigator, stack: PageStack) -> None:
        super().__init__()
        self._session, self._navigator, self._stack = session, navigator, stack

    def at(self, key: PageKey, task: TaskProgress | None) -> Page:
        """The page of a key, which is that of a task if one is given; it asks what the task asks
        now."""
        page = self.get(key)
        if isinstance(page, TaskPage) and task and not asks_as(page, task):
            self.drop(key)
            page = None
        if page is None:
            page = (
                TaskPage(self._session, self._navigator, task)
                if task
                else page_for(key, self._session, self._navigator)
            )
            self[key] = page
            self._stack.addWidget(page)
        return page

    def drop(self, key: str) -> None:
        """Forget a page: it is made anew when it is asked for again."""
        page = self.pop(key)
        self._stack.removeWidget(page)
        page.deleteLater()


def asks_as(page: TaskPage, task: TaskProgress) -> bool:
    """Whether a page asks what its task asks now; it takes in what came or went."""
    return page.questions == task.questions or page.ask(task)
