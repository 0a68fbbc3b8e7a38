"""The one clock. `BIDWRITER_NOW` (like 2018-11-06T10:32) stops it, for demonstrations and tests."""

import os
from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """The time now, to the second, with a time zone."""
    stopped = os.environ.get("BIDWRITER_NOW")
    if stopped:
        return datetime.fromisoformat(stopped).replace(tzinfo=ZoneInfo("Europe/London"))
    return datetime.now(UTC).replace(microsecond=0)
