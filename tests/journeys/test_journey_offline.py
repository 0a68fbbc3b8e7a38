"""The program opens no socket to any network, from its first window to an exported package."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from making import copy_of_sample

JOURNEY = """
import sys
from pathlib import Path
from bidwriter.ui.app import make_app
app = make_app()
from PySide6.QtTest import QTest
from bidwriter import clock
from bidwriter.exports.package import Wanted
from bidwriter.ui import jobs, pictures
from bidwriter.ui.pages.exporting import export
from bidwriter.ui.window.main_window import MainWindow
path = Path(sys.argv[1])
window = MainWindow(path)
window.show()
for key in window.view.tasks.keys():
    window.view.show_named(key)
    pictures.settle()
window.view.show_named("approach")
QTest.keyClicks(window.view.pages["approach"].editors["approach"].text, " Typed")
bid, contents = window.session.bid, window.session.contents
export(bid, contents, Wanted("draft"), path.with_suffix(".zip"), jobs.Steps(lambda _: None))
window.close()
window.show_start()
print("done", path.with_suffix(".zip").exists())
"""


@pytest.mark.proof
@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_no_network_socket_is_opened(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    script = tmp_path / "journey.py"
    script.write_text(JOURNEY, encoding="utf-8")
    command = ["strace", "-f", "-e", "trace=network", "-o", str(trace), sys.executable]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [*command, str(script), str(copy_of_sample(tmp_path))],
        capture_output=True, text=True, check=False, cwd=root,
        env={"PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path),
             "BIDWRITER_PROFILE": str(tmp_path / "profile"), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert "done True" in done.stdout, done.stderr[-2000:]
    calls = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert calls, "strace saw the program end"
    assert [line for line in calls if "AF_INET" in line] == []
