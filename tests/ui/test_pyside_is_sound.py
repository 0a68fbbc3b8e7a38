"""The PySide6 in use gives back the references that it takes: 6.12.0 on Python 3.11 does not."""

import sys

from PySide6.QtGui import QFont


def test_calls_without_a_result_keep_the_references_to_none() -> None:
    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        font.setBold(True)
    assert abs(sys.getrefcount(None) - before) < 1000
