"""Press profiles: those that ship are whole, and a user's own is read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from koubei_pdf import shipped
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.geometry import mm
from koubei_pdf.model.press import PressProfile
from koubei_pdf.source.desk import Desk
from koubei_pdf.source.press import DEFAULT, named_press, read_press, shipped_names

PRESS = shipped.folder("layouts") / "press"


def named(name: str, root: Path) -> tuple[PressProfile | None, list[str]]:
    desk = Desk(root)
    profile = named_press(name, Span("issue.yaml", 1, 1), "layouts", desk)
    return profile, [found.rule.code for found in desk.findings.diagnostics]


@pytest.mark.parametrize("name", shipped_names())
def test_shipped_profiles_are_whole(name: str, tmp_path: Path) -> None:
    profile, found = named(name, tmp_path)
    assert found == []
    assert profile is not None
    assert profile.name == name
    assert profile.condition.icc[36:40] == b"acsp"
    assert profile.safe >= profile.bleed
    inks = profile.rich_black
    assert inks.c + inks.m + inks.y + inks.k <= profile.total_ink


def test_the_default_is_coated_sheet_fed(tmp_path: Path) -> None:
    profile, _ = named(DEFAULT, tmp_path)
    assert profile is not None
    assert (profile.standard, profile.condition.identifier) == ("X-4", "FOGRA39")
    assert (profile.total_ink, profile.page_multiple) == (300, 4)
    assert (profile.bleed, profile.safe) == (mm(3), mm(3))
    assert (profile.line.plain, profile.line.inks) == (0.25, 0.5)


def own(folder: Path, change: tuple[str, str]) -> tuple[PressProfile | None, list[str]]:
    """A copy of the default with one change, read by its path."""
    text = (PRESS / f"{DEFAULT}.yaml").read_text("utf-8")
    assert text.count(change[0]) == 1
    (folder / "own.yaml").write_text(text.replace(*change), "utf-8")
    data = (PRESS / "ISOcoated_v2_300_bas.icc").read_bytes()
    (folder / "ISOcoated_v2_300_bas.icc").write_bytes(data)
    desk = Desk(folder)
    profile = read_press(desk, "own.yaml", Span("own.yaml"))
    return profile, [found.rule.code for found in desk.findings.diagnostics]


def test_an_own_profile_by_its_path(tmp_path: Path) -> None:
    profile, found = own(tmp_path, ("X-4", "X-1a"))
    assert found == []
    assert profile is not None
    assert (profile.name, profile.standard) == ("own", "X-1a")
    assert named("own.yaml", tmp_path)[0] == profile


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("standard: X-4", "standard: X-5"), "M050"),
        (("total-ink: 300", "total-ink: 30"), "M051"),
        (("total-ink: 300", "total-inc: 300"), "M040"),
        (("bleed: 3mm", "bleed: 3 meters"), "M049"),
        (("bleed: 3mm\n", ""), "M041"),
        (("marks: 4mm", "marks: 2mm"), "M082"),
        (("[60, 40, 40, 100]", "[100, 60, 60, 81]"), "M095"),
        (("marks: 4mm", "marks: no"), "M049"),
        (("rich-black-text: 72pt", "rich-black-text: huge"), "M049"),
        (("least-ppi: 200", "least-ppi: 600"), "M082"),
        (("[5pt, 8pt]", "[5pt]"), "M052"),
        (("[60, 40, 40, 100]", "[60, 40, 40]"), "M052"),
        (("icc: ISO", "icc: ISOO"), "M001"),
        (("icc: ISO", "icc: ../ISO"), "M007"),
        (("icc: ISO", f"icc: {300 * 'x'}/ISO"), "M001"),
        (("icc: ISOcoated_v2_300_bas.icc", "icc: own.yaml"), "M081"),
        (("binding: saddle", "binding: staple"), "M050"),
        (("page-multiple: 4", "page-multiple: 4.5"), "M047"),
    ],
)
def test_faults(change: tuple[str, str], code: str, tmp_path: Path) -> None:
    profile, found = own(tmp_path, change)
    assert profile is None
    assert found == [code]


def test_an_issue_s_own_profile_goes_before_the_shipped_one(tmp_path: Path) -> None:
    folder = tmp_path / "layouts" / "press"
    folder.mkdir(parents=True)
    own(folder, ("X-4", "X-1a"))
    (folder / "own.yaml").rename(folder / "sheetfed.yaml")
    profile, found = named("sheetfed", tmp_path)
    assert found == []
    assert profile is not None
    assert profile.standard == "X-1a"


def test_no_text_in_rich_black(tmp_path: Path) -> None:
    profile, found = own(tmp_path, ("rich-black-text: 72pt", "rich-black-text: none"))
    assert found == []
    assert profile is not None
    assert profile.rich_text is None


def test_an_older_profile_lets_display_type_be_in_rich_black(tmp_path: Path) -> None:
    profile, found = own(tmp_path, ("rich-black-text: 72pt", ""))
    assert found == []
    assert profile is not None
    assert profile.rich_text == 72
