"""What a frozen bidwriter holds comes with the texts of its licences."""

from importlib.metadata import packages_distributions
from pathlib import Path

import licences
import pytest
from licences import NoLicenceError, distributions_of, licence_files

IN_IT = (
    "bidwriter pydantic pydantic_core annotated_types typing_extensions typing_inspection PySide6 "
    "shiboken6 reportlab PIL markdown_it mdurl rfc8785 platformdirs pypdfium2 pypdfium2_raw tzdata "
    "openpyxl et_xmlfile defusedxml charset_normalizer psutil tree_sitter tree_sitter_toml"
).split()


def test_every_library_has_its_text() -> None:
    names = distributions_of(IN_IT)
    assert {"pydantic-core", "pyside6-essentials", "pillow", "pypdfium2"} <= names
    found = licence_files(names)
    folders = {place.partition("/")[0] for place in found}
    own = names - {"pyside6-essentials", "shiboken6"}
    assert folders == {*own, "Qt", "Python", "bidwriter", "pyinstaller"}
    assert all(path.read_bytes().strip() for path in found.values())
    assert any("pdfium.txt" in place for place in found if place.startswith("pypdfium2/"))
    words = {place: path.read_text("utf-8", "replace") for place, path in found.items()}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in words["Qt/LGPL-3.0.txt"]
    assert "GNU GENERAL PUBLIC LICENSE" in words["Qt/GPL-3.0.txt"]
    assert "official_releases/qt" in words["Qt/Qt.txt"]
    assert "PYTHON SOFTWARE FOUNDATION" in words["Python/LICENSE.txt"]


def test_a_module_within_a_package_is_of_its_distribution() -> None:
    assert distributions_of(["PIL.Image", "json.decoder", "bidwriter.cli"]) <= {
        "pillow",
        "bidwriter",
    }
    assert "PIL" in packages_distributions()


def test_without_a_text_there_is_no_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(licences, "_QT", set())
    with pytest.raises(NoLicenceError, match="shiboken6 has no licence text"):
        licence_files(["shiboken6"])
    monkeypatch.undo()
    monkeypatch.setattr(licences, "TOP", tmp_path)
    with pytest.raises(NoLicenceError, match="There is no"):
        licence_files(["shiboken6"])
