"""The style sheet, built from tokens at run time.

Only for what Qt draws itself: text boxes, combo boxes, menus, tabs, tables, scroll bars.
Our own parts are painted, because style sheets know no shadow, ring or line height.
"""

from bidwriter.paths import RESOURCES
from bidwriter.ui.look.tokens import Tokens

_SHEET = """
QToolTip {{ background: {toast}; color: {on_toast}; border: none; padding: {p4}px {p8}px;
  font-size: {f13}px; }}
QAbstractScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}

QLineEdit, QComboBox, QDateEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit {{
  background: {surface}; color: {text}; border: 1px solid {control};
  border-radius: {p7}px; padding: {p7}px {p12}px; font-size: {f15}px; min-height: {p22}px;
  selection-background-color: {selection}; selection-color: {text}; }}
QLineEdit {{ padding: {p7}px {p10}px; }}
QPlainTextEdit {{ padding: {p7}px {p8}px; }}
QLineEdit[problem="true"], QComboBox[problem="true"], QPlainTextEdit[problem="true"],
QDateEdit[problem="true"], QSpinBox[problem="true"] {{
  border: 2px solid {bad}; padding: {p6}px {p11}px; }}
QLineEdit[problem="true"] {{ padding: {p6}px {p9}px; }}
QLineEdit:read-only {{ background: {sunken}; border-color: {line2}; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{
  background: {sunken}; color: {text3}; border-color: {line2}; }}
QLineEdit[cell="true"] {{ border: none; border-radius: {p4}px; padding: 0 {p8}px; }}
QComboBox {{ padding-right: {p32}px; }}
QComboBox::drop-down {{ border: none; width: {p32}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {raised}; color: {text}; border: 1px solid {line2};
  padding: {p4}px; outline: none; selection-background-color: {tint};
  selection-color: {text}; font-size: {f15}px; }}
QComboBox QAbstractItemView::item {{ min-height: {p32}px; padding: 0 {p8}px; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button,
QDoubleSpinBox::down-button {{ width: 0; border: none; }}

QMenu {{ background: {raised}; color: {text}; border: 1px solid {line2};
  border-radius: {p8}px; padding: {p6}px; font-size: {f15}px; }}
QMenu::item {{ padding: {p7}px {p24}px {p7}px {p12}px; border-radius: {p6}px; }}
QMenu::item:selected {{ background: {tint}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {p4}px {p8}px; }}
QMenu::icon {{ padding-left: {p8}px; }}
QMenu::indicator {{ width: {p18}px; height: {p18}px; margin-left: {p8}px; }}
QMenu::indicator:checked {{ image: url("{icons}/check.svg"); }}

QTableView, QTreeView, QListView {{ background: transparent; border: none; outline: none;
  font-size: {f14}px; gridline-color: {line}; selection-background-color: {tint};
  selection-color: {text}; alternate-background-color: {sunken}; }}
QTableView::item {{ padding: 0 {p8}px; border: none; border-bottom: 1px solid {line}; }}
QTableView::item:selected {{ background: {tint}; color: {text}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {text2}; border: none;
  border-bottom: 1px solid {line2}; padding: {p8}px; font-size: {f13}px; font-weight: 600; }}
QTableCornerButton::section {{ background: transparent; border: none; }}

QScrollBar:vertical {{ background: transparent; width: {p12}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {p12}px; margin: 0; }}
QScrollBar::handle {{ background: {line2}; border-radius: {bar}px; margin: {p3}px; }}
QScrollBar::handle:hover {{ background: {control}; }}
QScrollBar::handle:vertical {{ min-height: {p32}px; }}
QScrollBar::handle:horizontal {{ min-width: {p32}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QSplitter::handle {{ background: {line}; }}
QTextEdit {{ background: transparent; border: none; font-size: {f17}px;
  selection-background-color: {selection}; selection-color: {text}; }}
"""


def qss_from(tokens: Tokens, scale: float) -> str:
    """The style sheet in `tokens` at the text size `scale`."""
    names = {n: getattr(tokens, n) for n in tokens.__slots__ if n not in ("dark", "principles")}
    lengths = {f"p{n}": round(n * scale) for n in (3, 4, 6, 7, 8, 9, 10, 11, 12, 18, 22, 24, 32)}
    sizes = {f"f{n}": round(n * scale) for n in (13, 14, 15, 17)}
    # A radius over half the handle's width makes Qt draw square corners.
    bar = max(1, (lengths["p12"] - 2 * lengths["p3"]) // 2)
    icons = (RESOURCES / "icons").as_posix()
    return _SHEET.format(icons=icons, bar=bar, **names, **lengths, **sizes)
