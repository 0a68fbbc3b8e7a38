"""EVERY JOB WITHOUT A WINDOW: one file for each group of commands; none imports Qt.

Exit status: 0 fine, 1 problems found, 2 could not be done and nothing was written.
"""

from bidwriter.cli.main import run

__all__ = ["run"]
