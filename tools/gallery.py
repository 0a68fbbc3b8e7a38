"""Every part on one page, to look at beside the design.

Run: PYTHONPATH=. python tools/gallery.py
"""

from gallery_left import (
    buttons_part,
    chips_part,
    choices_part,
    editor_part,
    fields_part,
    money_part,
    pills_part,
    rule_part,
    save_states_part,
    section_part,
    swatches_part,
    type_part,
    words_left_part,
)
from gallery_right import (
    callouts_part,
    empty_part,
    gaps_part,
    long_work_part,
    side_part,
    summary_part,
    task_rows_part,
    toast_part,
    type_ahead_part,
)
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from bidwriter.ui.look.dress import dress
from bidwriter.ui.look.painting import painter_on
from bidwriter.ui.look.space import column, row
from bidwriter.ui.look.theme import theme
from bidwriter.ui.parts.words import heading


class Gallery(QWidget):
    """The page."""

    def __init__(self) -> None:
        super().__init__()
        dress(self)
        outer = column(self, 16, (40, 32, 40, 40))
        outer.addWidget(heading("Components"))
        outer.addWidget(swatches_part())
        outer.addWidget(rule_part())
        sides = row(spacing=44)
        left, right = column(spacing=20), column(spacing=20)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        outer.addLayout(sides)
        for title, made in (
            ("Type", type_part()),
            ("Buttons", buttons_part()),
            ("Fields", fields_part()),
            ("Principle chips and badges", chips_part()),
            ("Words left", words_left_part()),
            ("Save state, always true", save_states_part()),
            ("Pills", pills_part()),
            ("Editor", editor_part()),
            ("Choice cards", choices_part()),
            ("Money", money_part()),
        ):
            section_part(left, title, made)
        for title, made in (
            ("Task rows", task_rows_part()),
            ("Callouts", callouts_part()),
            ("Gap list", gaps_part()),
            ("Long work", long_work_part()),
            ("There is a problem", summary_part()),
            ("Tabs, disclosures, people", side_part()),
            ("Type-ahead", type_ahead_part()),
            ("Empty state", empty_part()),
            ("Toast, with a way back", toast_part()),
        ):
            section_part(right, title, made)
        left.addStretch(1)
        right.addStretch(1)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper."""
        painter = painter_on(self)
        painter.fillRect(self.rect(), theme().colour("canvas"))
        painter.end()


def main() -> None:
    """Show the gallery."""
    from bidwriter.ui.parts.focus_ring import FocusRing
    from bidwriter.ui.parts.scroll import PageScroll

    app = QApplication([])
    theme().start(app)
    window = PageScroll(Gallery())
    window.setWindowTitle("Components")
    FocusRing(window)
    window.resize(1400, 900)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
