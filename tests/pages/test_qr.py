"""QR codes: their place, their quiet zone, and what no phone reads."""

from __future__ import annotations

import pikepdf
import pytest
from typer.testing import CliRunner

from koubei_pdf.build import Build
from koubei_pdf.cli import app
from koubei_pdf.model.book import Link, PlacedPicture
from koubei_pdf.model.geometry import Rect

from .press import Press, book_of, codes, finding, items

BODY = "  body: {kind: body, page: 2, box: [0, 12, 24, 20]}\n"


def qr(
    press: Press, box: str = "[0, 2, 10, 9]", options: str = "", link: str = "HTTP://A.CN"
) -> Build:
    frame = f'  qr: {{kind: qr, page: 1, box: {box}, text: "{{link}}"{options}}}\n'
    return press.spread(frame + BODY, head=f"link: {link}" if link else "")


def code_of(made: Build) -> PlacedPicture:
    (found,) = (i for i in items(book_of(made), 2, "qr") if isinstance(i, PlacedPicture))
    return found


def test_a_code_is_a_square_in_its_box(press: Press) -> None:
    # Seven rows less their foot's blank are 100 pt, as is the width.
    assert code_of(qr(press)).rect == Rect(40, 70, 140, 170)
    wide = "[0, 2, 16, 9]"
    assert code_of(qr(press, wide)).rect.x0 == 40
    assert code_of(qr(press, wide, ", align: center")).rect.x0 == 70
    assert code_of(qr(press, wide, ", align: right")).rect.x0 == 100
    assert code_of(qr(press, "[0, 2, 5, 9]", ", valign: bottom")).rect.y0 == 120


def test_a_code_says_what_it_holds_to_those_who_cannot_see_it(press: Press) -> None:
    assert code_of(qr(press)).alt == "HTTP://A.CN"
    assert code_of(qr(press, options=", alt: 录音")).alt == "录音"


def test_without_an_address_there_is_no_code(press: Press) -> None:
    assert items(book_of(qr(press, link="")), 2, "qr") == []


def test_an_address_that_nothing_shows_is_reported(press: Press) -> None:
    assert finding(press.spread(BODY, head="link: HTTP://A.CN"), "T008").facts["part"] == "link"


def test_text_in_the_quiet_zone_is_reported(press: Press) -> None:
    """Four modules of 100 / 21 pt: 19 pt around the box."""
    for left, expected in ((11, ["T003"]), (12, [])):
        frame = (
            '  qr: {kind: qr, page: 1, box: [0, 2, 10, 9], text: "{link}"}\n'
            f"  near: {{kind: text, page: 1, box: [{left}, 2, 24, 9], text: 字, style: flush}}\n"
        )
        assert codes(press.spread(frame + BODY, head="link: HTTP://A.CN")) == expected


def test_modules_too_small_to_read_are_reported_with_the_side_they_need(press: Press) -> None:
    """21 modules of 0.4 mm are 8.4 mm: 23.8 pt."""
    assert codes(qr(press, "[0, 2, 2.4, 9]")) == []
    small = finding(qr(press, "[0, 2, 2.3, 9]"), "T090")
    assert small.facts["side"] == "8.4"
    assert small.facts["have"] == "0.38"


def test_a_text_that_no_code_holds_is_reported(press: Press) -> None:
    assert codes(qr(press, link=f"https://a.cn/{'a' * 3000}")) == ["T091"]


@pytest.mark.parametrize(
    "link", ["https：//a.cn", "https://a.cn/a b", "https://a.cn／a", "www。a.cn"]
)
def test_an_address_that_no_phone_opens_is_reported(press: Press, link: str) -> None:
    assert codes(qr(press, link=link)) == ["T092"]


@pytest.mark.parametrize(
    "link", ["电话：八十二号 江城", "WIFI:T:WPA;S:my net;P:x;;", "tel:027 8888"]
)
def test_other_text_is_no_address(press: Press, link: str) -> None:
    assert codes(qr(press, link=f'"{link}"')) == []


@pytest.mark.parametrize(
    ("link", "uri"),
    [
        ("https://a.cn/b?c=d#e", "https://a.cn/b?c=d#e"),
        ("HTTP://A.CN/口%20", "HTTP://A.CN/%E5%8F%A3%20"),
        ("tel:+8627123", "tel:+8627123"),
        ("WIFI:S:guest;;", None),
        ("www.a.cn", None),
        ("javascript:alert(1)", None),
    ],
)
def test_an_address_is_a_link(press: Press, link: str, uri: str | None) -> None:
    """Of the size of the code, to an address that is encoded; nothing else may be followed."""
    made = qr(press, link=f'"{link}"')
    found = [(i.rect, i.target) for i in book_of(made).pages[1].items if isinstance(i, Link)]
    assert found == ([(code_of(made).rect, uri)] if uri else [])


def test_the_link_is_on_screen_alone(press: Press) -> None:
    """A press file has no annotation; on screen the code is a figure in a link."""
    qr(press)
    for edition, count in (("press", 0), ("screen", 1)):
        done = CliRunner().invoke(app, ["render", str(press.folder), "--edition", edition])
        assert done.exit_code == 0, done.output
        name = "issue.pdf" if edition == "press" else "issue-screen.pdf"
        with pikepdf.open(press.folder / "out" / name) as pdf:
            notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
            assert len(notes) == count
            if notes:
                assert (notes[0].A.S, notes[0].A.URI) == ("/URI", "HTTP://A.CN")
                numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
                kids = numbers[numbers.index(notes[0].StructParent) + 1].K
                assert {str(kid.get("/S", kid.get("/Type"))) for kid in kids} == {
                    "/Figure",
                    "/OBJR",
                }
