"""What the start window says of a bid without touching its file."""

from pathlib import Path

from bidwriter import clock
from bidwriter.bids.bid import Bid
from bidwriter.bids.costs.totals import totals
from bidwriter.checks.checking import check, stops
from bidwriter.checks.progress import done, progress
from bidwriter.files.settings import RecentFile
from bidwriter.kinds.values.money import show as show_money


def recent_of(bid: Bid, path: Path) -> RecentFile:
    """What the start window says of the bid at `path`."""
    problems = check(bid, clock.now())
    tasks = progress(bid, problems)
    phase = bid.round.phase(bid.phase)
    sums = totals(bid)
    return RecentFile(
        path=str(path),
        title=bid.title,
        round_name=bid.round.name,
        phase=phase.name if phase else "",
        requested=show_money(sums.fund) if sums.whole else "",
        tasks_done=done(tasks),
        tasks=len(tasks),
        stops=len(stops(problems)),
        closes=bid.round.closing.isoformat() if bid.round.closing else "",
        saved=clock.now().isoformat(),
    )
