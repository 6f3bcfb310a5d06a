"""Files that cannot be imposed: told, never raised, in both languages; any bytes at all."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from koubei_pdf.imposition import Job, impose, parse_sheet
from koubei_pdf.model.geometry import mm

from .conftest import HEIGHT, WIDTH, Made, codes, sheets_of

SADDLE = Job("saddle")

Change = Callable[[pikepdf.Pdf], None]


def no_pages(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[:]


def no_media(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for box in ("/MediaBox", "/TrimBox", "/BleedBox"):
            del page.obj[box]


def bad_box(box: object) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.MediaBox = box

    return change


def bad_unit(unit: object) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.UserUnit = unit

    return change


def spread(pdf: pikepdf.Pdf) -> None:
    for number in (1, 3):
        for box in ("MediaBox", "TrimBox", "BleedBox"):
            pdf.pages[number].obj[f"/{box}"] = Array([0, 0, 2 * WIDTH, HEIGHT])


def ring(pdf: pikepdf.Pdf) -> None:
    """Pages without a MediaBox whose ancestors are each other's."""
    one, other = (pdf.make_indirect(Dictionary(Type=Name.Pages)) for _ in range(2))
    one.Parent, other.Parent = other, one
    page = pdf.pages[1].obj
    del page["/MediaBox"]
    page.Parent = one


REFUSED: dict[str, tuple[Change, str]] = {
    "no pages": (no_pages, "I003"),
    "box without area": (bad_box(Array([0, 0, 0, 0])), "I004"),
    "box elsewhere": (bad_box(Array([900, 900, 990, 990])), "I004"),
    "unit 0": (bad_unit(0), "I004"),
    "unit -1": (bad_unit(-1), "I004"),
    "unit text": (bad_unit(pikepdf.String("x")), "I004"),
    "spreads": (spread, "I005"),
}

#: qpdf takes a page without a MediaBox to be of US letter size; the finding says so.
REPAIRED: dict[str, Change] = {
    "no media": no_media,
    "three numbers": bad_box(Array([0, 0, 100])),
    "no numbers": bad_box(Array([0, 0, Name.a, 5])),
    "no array": bad_box(pikepdf.String("x")),
    "ring": ring,
}


@pytest.mark.parametrize("change", REPAIRED.values(), ids=REPAIRED)
def test_broken_pages_that_are_repaired_are_told(made: Made, change: Change) -> None:
    done = impose(made(4, change), SADDLE)
    assert done.data is not None
    assert codes(done) == ["I009"]


@pytest.mark.parametrize(("change", "code"), REFUSED.values(), ids=REFUSED)
def test_broken_pages(made: Made, change: Change, code: str) -> None:
    path = made(4, change)
    done = impose(path, SADDLE)
    assert done.data is None
    assert codes(done) == [code]
    for lang in ("zh", "en"):
        text = done.diagnostics[0].rule.message.text(lang, done.diagnostics[0].facts)
        assert "{" not in text
        assert str(path.parent) not in text


def test_pages_of_another_size_are_told_together(made: Made) -> None:
    (found,) = impose(made(6, spread), SADDLE).diagnostics
    assert found.facts["pages"] == "2, 4"
    assert found.facts["first"] == "70.6 × 98.8"
    assert found.facts["size"] == "141.1 × 98.8"


def test_sizes_may_be_rounded_as_programs_do(made: Made) -> None:
    def rounded(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.TrimBox = Array([9.2, 9.2, 209, 289])

    sheets_of(made(4, rounded), SADDLE)


@pytest.mark.parametrize("password", ["", "secret"])
def test_encrypted(made: Made, password: str) -> None:
    path = made(4, encryption=pikepdf.Encryption(owner="owner", user=password))
    assert codes(impose(path, SADDLE)) == ["I002"]


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"%PDF-1.4\n%%EOF", "一流口碑".encode(), b"\0" * 1000],
)
def test_no_pdf(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "issue.pdf"
    path.write_bytes(data)
    done = impose(path, SADDLE)
    assert codes(done) in (["I001"], ["I003"])
    reason = done.diagnostics[0].facts.get("reason", "none")
    assert re.match(r"[a-z]", reason), "neither the path nor an empty reason"


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text(made: Made, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.pdf"))
    shutil.copy(made(4), path)
    sheets_of(path, SADDLE)
    path.write_bytes(b"%PDF-1.7")
    assert codes(impose(path, SADDLE)) == ["I001"]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    assert codes(impose(tmp_path / "issue.pdf", SADDLE)) == ["I001"]


def test_a_file_that_could_be_repaired(made: Made) -> None:
    """The cross-reference table is lost; the objects are whole."""
    path = made(4)
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"xref\n0")])
    done = impose(path, SADDLE)
    assert codes(done) == ["I009"]
    assert done.data is not None


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    changes=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=6),
    cut=st.floats(0.2, 1),
)
def test_no_bytes_make_it_raise(made: Made, changes: list[tuple[float, bytes]], cut: float) -> None:
    path = made(5)
    data = bytearray(path.read_bytes())
    for place, new in changes:
        start = int(place * (len(data) - 8))
        data[start : start + len(new)] = new
    path.write_bytes(data[: int(len(data) * cut)])
    done = impose(path, Job("perfect"))
    assert (done.data is None) == any(found.is_error for found in done.diagnostics)


def test_a_sheet_that_is_too_small_names_others(made: Made) -> None:
    (found,) = impose(made(16), Job("perfect", parse_sheet("A4"))).diagnostics
    assert found.rule.code == "I006"
    # Four pages of 200 pt and two of 280 pt, their bleed, marks and 10 mm of gripper.
    assert found.facts["needed"] == "301 × 226"
    assert found.facts["pages"] == "16"
    names = found.facts["fitting"].split(", ")
    assert names == ["A3", "SRA3", "301x226mm"] or names == ["SRA4", "A3", "301x226mm"]
    for name in names:
        assert impose(made(16), Job("perfect", parse_sheet(name))).data is not None


def test_a_named_sheet_lies_as_it_fits(made: Made) -> None:
    across = impose(made(4), Job("saddle", parse_sheet("A4")))
    upright = impose(made(16), Job("perfect", parse_sheet("SRA4"), signature=8))
    assert across.size is not None
    assert upright.size is not None
    assert across.size.width > across.size.height
    assert upright.size.width < upright.size.height


@pytest.mark.parametrize("job", [Job("saddle", creep=mm(5)), Job("saddle", caliper=mm(1))])
def test_more_creep_than_a_page_can_bear(made: Made, job: Job) -> None:
    (found,) = impose(made(24), job).diagnostics
    assert found.rule.code == "I008"
    assert found.facts == {"creep": "5.0", "most": "4.7"}


def test_creep_needs_two_sheets(made: Made) -> None:
    assert sheets_of(made(4), Job("saddle", creep=mm(50))) == sheets_of(made(4), SADDLE)
