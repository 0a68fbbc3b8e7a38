"""What the start window says of a bid without touching its file."""

from bidwriter import clock
from bidwriter.bids.costs.totals import totals
from bidwriter.checks.checking import check, stops
from bidwriter.checks.progress import done, progress
from bidwriter.files.settings import RecentFile
from bidwriter.kinds.values.money import show as show_money
from bidwriter.ui.session import Session


def recent_of(session: Session) -> RecentFile:
    """What the start window says of a bid without touching its file."""
    bid = session.bid
    problems = check(bid, clock.now())
    tasks = progress(bid, problems)
    phase = bid.round.phase(bid.phase)
    sums = totals(bid)
    return RecentFile(
        path=str(session.path),
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
