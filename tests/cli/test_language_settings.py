"""Whatever a system's language settings are, words and names are UTF-8."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from making import copy_of_sample

from bidwriter.files.container.bid_file import open_file

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such settings")
SETTINGS = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "ascii": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    "unknown": {"LC_ALL": "xx_YY.ISO-8859-1", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "none": {"LC_ALL": "", "LANG": "", "PYTHONUTF8": "0"},
}


def bidwriter(settings: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONUTF8"))}
    return subprocess.run(
        [sys.executable, "-m", "bidwriter", *words],
        capture_output=True,
        env={**kept, "QT_QPA_PLATFORM": "offscreen", **SETTINGS[settings]},
        check=False,
    )


@pytest.mark.parametrize(
    "settings",
    ["C", "unknown", *(pytest.param(s, marks=pytest.mark.proof) for s in ("ascii", "none"))],
)
def test_words_and_file_names_are_read_and_said_in_utf_8(settings: str, tmp_path: Path) -> None:
    path = copy_of_sample(tmp_path).rename(tmp_path / "Café – Llŷn.bid")
    done = bidwriter(settings, "set", str(path), "title", "Caffi’r Dŵr, £5")
    assert (done.returncode, done.stderr) == (0, b"")
    assert open_file(path).bid.answer("title") == "Caffi’r Dŵr, £5"
    done = bidwriter(settings, "show", str(tmp_path / "Dŵr.bid"))
    assert done.returncode == 2
    assert "Dŵr.bid".encode() in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.proof
@pytest.mark.parametrize("settings", ["ascii", "unknown"])
def test_an_installation_proves_itself(settings: str) -> None:
    done = bidwriter(settings, "self-check")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"All is well")
