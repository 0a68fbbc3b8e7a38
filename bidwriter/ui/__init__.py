"""WHAT THE OFFICER SEES: the only PySide6.

The models come first: PySide6's import hook slows every import after it, and trips over pydantic
when that is imported lazily behind it.
"""

import bidwriter.bids.record.record
import bidwriter.checks.checking
import bidwriter.files.recovery.journal  # noqa: F401
