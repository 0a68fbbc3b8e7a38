"""Make the README's pictures from the sample bid.

python tools/readme_pictures.py
"""

import os
import shutil
import tempfile
from pathlib import Path

TOP = Path(__file__).parent.parent
PICTURES = {"approach": "question", "overview": "overview", "map": "map", "cost-the-team": "costs"}


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


if __name__ == "__main__":
    main()
