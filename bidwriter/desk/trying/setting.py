"""What a made-up answer may look at besides its question."""

from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from bidwriter.councils.register import Council, councils
from bidwriter.rounds.round import Round


class Setting:
    """A round at a moment. `brief` names the questions that are answered as shortly as can be."""

    def __init__(self, round_: Round, now: datetime, brief: frozenset[str] = frozenset()) -> None:
        self.round, self.now, self.brief = round_, now, brief

    @cached_property
    def today(self) -> date:
        """The day in the round's time zone."""
        return self.now.astimezone(ZoneInfo(self.round.time_zone)).date()

    @cached_property
    def there(self) -> tuple[Council, ...]:
        """The councils that a bid on the round can name, by their codes; first those that are still
        there."""
        day = self.round.day_of_register or self.today
        found = [council for council in councils().values() if council.existed_on(day)]
        return tuple(sorted(found, key=lambda council: council.last is not None))
