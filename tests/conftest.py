"""For every test: a profile and a home of its own, no display, a stopped clock where asked."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` rewrites the expected outputs instead of comparing with them."""
    parser.addoption("--accept", action="store_true", help="take today's outputs as expected")


@pytest.fixture(autouse=True)
def own_profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, recovery copies and own rounds in a temporary folder."""
    folder = tmp_path_factory.mktemp("profile")
    monkeypatch.setenv("BIDWRITER_PROFILE", str(folder))
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("BIDWRITER_ROUNDS", raising=False)
    return folder


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is half past ten on Tuesday 6 November 2018, nine days before round 1 closes."""
    monkeypatch.setenv("BIDWRITER_NOW", "2018-11-06T10:32")
    yield
