"""A round that was made is kept whole in a folder of its own, or not at all."""

from pathlib import Path

import pytest

from bidwriter.desk.keeping_round import keep_own, other_id
from bidwriter.desk.making_round import MadeRound, form_in, make_round
from bidwriter.files.disk.trouble import FileTroubleError
from bidwriter.fund_forms.opening import paste_form
from bidwriter.fund_forms.pack.making import Named
from bidwriter.rounds import library


def made(name: str = "Halls Fund", id_: str = "") -> MadeRound:
    return make_round(paste_form("Describe the need"), Named(name=name, id=id_), {})


def everything() -> dict[Path, bytes | None]:
    """All that stands in the folder for one's own."""
    found = library.own_folder().rglob("*")
    return {path: path.read_bytes() if path.is_file() else None for path in found}


def test_a_round_is_kept_by_its_id_and_found() -> None:
    assert other_id(made()) == ""
    round_, folder = keep_own(made())
    assert folder == library.own_folder() / "halls-fund"
    assert library.find("halls-fund").round == round_


def test_what_has_the_name_is_never_written_over() -> None:
    keep_own(made())
    (library.own_folder() / "Halls-Fund-2").write_text("a file of somebody's")
    before = everything()
    assert other_id(made()) == "halls-fund-3"
    with pytest.raises(FileTroubleError, match=r"halls-fund.*something of that name"):
        keep_own(made())
    assert everything() == before
    assert keep_own(made(id_="halls-fund-3"))[0].id == "halls-fund-3"
    shipped = library.packs()[0][0].round.id
    assert other_id(made(id_=shipped)) == f"{shipped}-2"


def test_a_round_that_cannot_be_used_is_not_kept() -> None:
    whole = made()
    broken = whole._replace(files={**whole.files, "round.toml": b"format = 2"})
    with pytest.raises(FileTroubleError):
        keep_own(broken)
    assert everything() == {}


def test_a_folder_that_cannot_be_made_is_said() -> None:
    library.own_folder().parent.mkdir(parents=True, exist_ok=True)
    library.own_folder().write_text("a file in the way")
    with pytest.raises(FileTroubleError, match="cannot be written"):
        keep_own(made())


def test_a_form_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileTroubleError, match=r"“gone.docx” could not be read: it is not there"):
        form_in(tmp_path / "gone.docx")
