"""Make the README's pictures from the sample bid.

python tools/readme_pictures.py
"""

import os
import shutil
import tempfile
from pathlib import Path

TOP = Path(__file__).parent.parent
PICTURES = {
    "approach": "question", "overview": "overview", "map": "map", "cost-the-team": "costs",
    "appraise": "benefits", "finance": "finance",
}  # fmt: skip


def main() -> None:
    """Draw them at twice the size and keep them under their own names."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["BIDWRITER_NOW"] = "2018-11-06T10:32"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["BIDWRITER_PROFILE"] = name
        from bidwriter.ui import pictures
        from bidwriter.ui.app import make_app

        make_app()
        bid = folder / "sample.bid"
        shutil.copyfile(TOP / "resources" / "samples" / "tell-us-once.bid", bid)
        drawn = pictures.draw(bid, folder, places=tuple(PICTURES), ratio=1.5)
        names = [*PICTURES.values(), "export-dark"]
        drawn += pictures.draw(bid, folder, mode="dark", places=("export",), ratio=1.5)
        for path, target in zip(drawn, names, strict=True):
            shutil.copyfile(path, TOP / "docs" / "pictures" / f"{target}.png")
        draw_copies(folder)


def draw_copies(folder: Path) -> None:
    """Comments beside an answer, its history, and a copy being joined."""
    from readme_copies import JOAN, write_copies

    from bidwriter.files import settings
    from bidwriter.ui import jobs
    from bidwriter.ui.look.theme import Mode, theme
    from bidwriter.ui.pictures import grab, settle
    from bidwriter.ui.window.bid_view import BidView
    from bidwriter.ui.window.main_window import MainWindow

    mine, theirs = write_copies(TOP / "resources" / "samples" / "tell-us-once.bid", folder)
    settings.save(settings.Settings(person=JOAN, theme="light"))
    theme().set_mode(Mode.LIGHT)
    window = MainWindow(mine, "approach")
    window.resize(1360, 860)
    window.show()

    def keep(name: str) -> None:
        settle()
        grab(window, 1.5).save(str(TOP / "docs" / "pictures" / f"{name}.png"))

    assert isinstance(window.view, BidView)
    window.view.show_tab(2)
    keep("comments")
    window.view.show_named("history")
    keep("history")
    window.joining.join((theirs,))
    jobs.wait()
    settle()
    keep("joining")
    window.leave_bid()
    window.close()


if __name__ == "__main__":
    main()
