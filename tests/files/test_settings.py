"""Settings: kept whole, shared by windows, and never in the way of work."""

from pathlib import Path

import pytest

from bidwriter.files import settings
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.files.settings import MOST_RECENT, RecentFile, Settings, with_recent, without_recent


def recent(name: str) -> RecentFile:
    return RecentFile(path=f"/bids/{name}.bid")


def names(kept: Settings) -> list[str]:
    return [Path(one.path).stem for one in kept.recent]


def test_another_window_s_recent_files_are_not_lost(own_profile: Path) -> None:
    one, two = settings.load(), settings.load()
    one = with_recent(one, recent("one"))
    settings.save(one)
    settings.save(with_recent(two, recent("two")))
    assert names(settings.load()) == ["two", "one"]
    settings.save(one.model_copy(update={"text_size": 150}))
    assert names(settings.load()) == ["one", "two"]


def test_a_full_list_still_takes_what_another_window_opened(own_profile: Path) -> None:
    mine = settings.load()
    for n in range(MOST_RECENT + 3):
        mine = with_recent(mine, recent(f"mine-{n}"))
    settings.save(with_recent(settings.load(), recent("theirs")))
    settings.save(mine)
    kept = names(settings.load())
    assert kept[:2] == [f"mine-{MOST_RECENT + 2}", "theirs"]
    assert len(kept) == MOST_RECENT


def test_what_was_forgotten_stays_forgotten_until_it_is_opened_again(own_profile: Path) -> None:
    mine = with_recent(with_recent(settings.load(), recent("one")), recent("two"))
    settings.save(mine)
    mine = without_recent(mine, "/bids/one.bid")
    settings.save(mine)
    settings.save(mine)
    assert names(settings.load()) == ["two"]
    settings.save(with_recent(mine, recent("one")))
    assert names(settings.load()) == ["one", "two"]


def test_unreadable_settings_are_set_aside(own_profile: Path) -> None:
    (own_profile / "settings.json").write_text('{"theme": ')
    assert settings.load() == Settings()
    assert (own_profile / "settings-unreadable.json").read_text() == '{"theme": '


def test_settings_that_cannot_be_kept_say_so_and_stay_as_they_were(own_profile: Path) -> None:
    settings.save(Settings(theme="dark"))
    (own_profile / "settings.json").chmod(0o444)
    with pytest.raises(FileTroubleError, match="settings could not be kept"):
        settings.save(Settings(theme="light"))
    assert settings.load().theme == "dark"


def test_a_profile_that_is_no_folder_is_said(
    own_profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_profile / "file").write_text("in the way")
    monkeypatch.setenv("BIDWRITER_PROFILE", str(own_profile / "file" / "deeper"))
    with pytest.raises(FileTroubleError, match="Your bids are not touched"):
        settings.save(Settings())


def test_a_path_that_is_no_text_is_refused_in_words(own_profile: Path) -> None:
    odd = Settings().model_copy(update={"bids_folder": "\udcff"})
    with pytest.raises(FileTroubleError, match="settings could not be kept"):
        settings.save(odd)
