"""A round being changed: kept as a draft all the while, put in its place once it has no faults,
and as a new version where bids may have begun on the one before."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bidwriter import clock
from bidwriter.checks.named.catalogue import CATALOGUE
from bidwriter.desk.trying.sampling import found_in
from bidwriter.files.disk.replacing import replace
from bidwriter.pack_editing.texts import PackTexts, file_bytes, in_todays_form, read_texts
from bidwriter.paths import RESOURCES, profile
from bidwriter.rounds.between import Difference, differences
from bidwriter.rounds.linting.finding import Finding
from bidwriter.rounds.linting.lint import faults, lint
from bidwriter.rounds.loading import LARGEST_FILE, RoundError, load
from bidwriter.rounds.round import Round

_MOST_FILES, _MOST_STEPS = 60, 200
_OTHER_FILES = (".csv", ".txt", ".toml")


class RoundWork(NamedTuple):
    """A round that somebody changes. `home` is the folder that it is used from, `texts` what it
    says now, `kept` what it said when it was opened; `before` is the round that bids may have begun
    on, None for one that was not there or could not be used. `is_continued`: a draft was found.
    `back` and `forward` are what it said before and after, for undo and redo."""

    home: Path
    texts: PackTexts
    kept: PackTexts
    before: Round | None
    is_continued: bool = False
    back: tuple[PackTexts, ...] = ()
    forward: tuple[PackTexts, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than the round in its place."""
        return self.texts.files != self.kept.files

    @property
    def is_shipped(self) -> bool:
        """Whether it came with bidwriter, so that only a copy of it can be changed."""
        return self.home.is_relative_to(RESOURCES)

    def changed(self, texts: PackTexts) -> "RoundWork":
        """The work once the round says this."""
        if texts.files == self.texts.files:
            return self
        return self._replace(texts=texts, back=(*self.back, self.texts)[-_MOST_STEPS:], forward=())

    def undone(self) -> "RoundWork":
        """One step back; the same where there is none."""
        if not self.back:
            return self
        *back, texts = self.back
        return self._replace(texts=texts, back=tuple(back), forward=(*self.forward, self.texts))

    def redone(self) -> "RoundWork":
        """One step on; the same where there is none."""
        if not self.forward:
            return self
        *forward, texts = self.forward
        return self._replace(texts=texts, forward=tuple(forward), back=(*self.back, self.texts))


class LintedRound(NamedTuple):
    """What the linter says of a round as it is now, and the round where it can be used."""

    findings: tuple[Finding, ...]
    round: Round | None


def open_round(folder: Path) -> RoundWork:
    """A round to change, as its draft has it where there is one. Raises RoundError."""
    kept = in_todays_form(read_texts(folder))
    try:
        before = load(folder)
    except RoundError:
        before = None
    draft = draft_folder(folder)
    if (draft / "round.toml").is_file():
        try:
            return RoundWork(folder, read_texts(draft), kept, before, is_continued=True)
        except RoundError:
            drop_draft(folder)  # torn; the round itself is as it was
    return RoundWork(folder, kept, kept, before)


def linted(work: RoundWork) -> LintedRound:
    """What is to be mended, and the round as it is now."""
    with _as_folder(work) as folder:
        found = lint(folder, CATALOGUE, partial(found_in, now=clock.now()))
        return LintedRound(found, None if faults(found) else load(folder))


def as_round(work: RoundWork) -> Round:
    """The round as it is now. Raises RoundError for one that cannot be used."""
    with _as_folder(work) as folder:
        return load(folder)


# --- the draft -----------------------------------------------------------------------------------


def draft_folder(home: Path) -> Path:
    """Where the draft of the round in a folder is kept."""
    known = hashlib.sha256(str(home.absolute()).encode("utf-8", "surrogatepass")).hexdigest()
    return profile() / "round-drafts" / f"{home.name[:40]}-{known[:12]}"


def keep_draft(work: RoundWork) -> None:
    """Keep what was changed so far beside the round, which stays as it is. Raises OSError and
    NotSavedError."""
    draft = draft_folder(work.home)
    draft.mkdir(parents=True, exist_ok=True)
    for name, data in file_bytes(work.texts, draft).items():
        replace(draft / name, data)


def drop_draft(home: Path) -> None:
    """Put the draft of a round away."""
    shutil.rmtree(draft_folder(home), ignore_errors=True)


# --- in its place --------------------------------------------------------------------------------


def raised(version: str) -> str:
    """The version after: "1.0" → "1.1", "2" → "2.1"."""
    parts = version.split(".")
    return f"{version}.1" if len(parts) == 1 else ".".join([*parts[:-1], str(int(parts[-1]) + 1)])


def told_to_bids(work: RoundWork) -> tuple[Difference, ...]:
    """What changes for bids that have begun on the round. Raises RoundError for one that cannot be
    used."""
    return () if work.before is None else differences(work.before, as_round(work))


def needs_version(work: RoundWork) -> bool:
    """Whether bids may have begun on the same version with other content. Raises RoundError."""
    if work.before is None:
        return False
    now = as_round(work)
    return now.version == work.before.version and now.hash != work.before.hash


def put_in_place(work: RoundWork, version: str) -> RoundWork:
    """The round written where it is used from, as this version, and the draft put away. Raises
    RoundError where there is something to mend, OSError and NotSavedError; then all is as it
    was."""
    texts = work.texts.with_value(("version",), version)
    work = work._replace(texts=texts)
    found = faults(linted(work).findings)
    if found:
        raise RoundError(f"There is something to mend first: {found[0].words}. Your draft is kept")
    work.home.mkdir(parents=True, exist_ok=True)
    changed = file_bytes(texts, work.home)
    old = {name: _bytes_of(work.home / name) for name in changed}
    try:
        for name, data in changed.items():
            replace(work.home / name, data)
    except BaseException:
        _put_back(work.home, old)
        raise
    drop_draft(work.home)
    return RoundWork(work.home, texts, texts, load(work.home))


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _put_back(home: Path, old: dict[str, bytes | None]) -> None:
    """The files as they were: a round is all of one version or of the other."""
    for name, data in old.items():
        if data is None:
            (home / name).unlink(missing_ok=True)
        elif _bytes_of(home / name) != data:
            replace(home / name, data)


@contextmanager
def _as_folder(work: RoundWork) -> Iterator[Path]:
    """The round as it is now in a folder, with the lists beside it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / work.home.name
        folder.mkdir()
        for path in other_files(work.home, work.texts):
            shutil.copyfile(path, folder / path.name)
        for file, data in work.texts.files.items():
            (folder / file).write_bytes(data)
        yield folder


def other_files(home: Path, texts: PackTexts) -> tuple[Path, ...]:
    """The files of a pack beside those that are changed: its lists."""
    found = sorted(home.iterdir()) if home.is_dir() else []
    return tuple(
        path
        for path in found[:_MOST_FILES]
        if path.name not in texts.files
        and path.suffix.lower() in _OTHER_FILES
        and path.is_file()
        and path.stat().st_size <= LARGEST_FILE
    )
