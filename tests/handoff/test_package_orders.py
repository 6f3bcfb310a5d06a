"""Packages of issues with and without an order: bindings, fonts, adverts, sources of findings."""

from __future__ import annotations

import io
import json
import shutil

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from koubei_pdf import shipped
from koubei_pdf.handoff.package import Source

from ..checks.defects import add
from ..checks.good_pdf import composite_font
from ..square_font import save_square_font
from .conftest import Desk, Run
from .packing import contents, own_press, text


def test_without_an_order_there_are_lines_to_fill_in(run: Run, desk: Desk) -> None:
    desk.order("")
    done = run("package", desk.manifest, "--lang", "zh")
    assert done.exit_code == 0
    assert "警告[H001]" in done.output
    ticket = json.loads(contents(desk.zip)["issue-ticket.json"])
    assert ticket["quantity"] is None
    assert [part["paper"] for part in ticket["parts"]] == [None, None]
    assert ticket["parts"][0]["inks"] == "4+4"


def test_perfect_binding_has_a_spine(run: Run, desk: Desk) -> None:
    own_press(desk, "binding: saddle", "binding: perfect")
    desk.change("issue.yaml", "binding: saddle\n  pages", "binding: perfect\n  spine: 3mm\n  pages")
    done = run("package", desk.folder, "--lang", "en")
    assert "error[H006]: `spine` is 3 mm, but 2 leaves of 0.1 mm make 0.2 mm" in done.output
    desk.change("issue.yaml", "spine: 3mm", "spine: 0.6mm")
    assert run("package", desk.folder).exit_code == 0
    files = contents(desk.zip)
    assert json.loads(files["issue-ticket.json"])["spine"] == pytest.approx(0.2)
    assert "无线胶装" in text(files["issue-ticket.pdf"])


def test_a_font_of_the_issue_lends_what_ours_lack(run: Run, desk: Desk) -> None:
    rare = "ꀀ"
    (desk.folder / "fonts").mkdir(exist_ok=True)
    path = save_square_font(desk.folder / "fonts", "Rare")
    with TTFont(path) as font:
        for table in font["cmap"].tables:
            table.cmap[ord(rare)] = table.cmap[ord("国")]
        font.save(path)
    desk.change("issue.yaml", "remarks: 先打样", f"remarks: {rare}")
    assert "error[F003]" in run("package", desk.folder, "--lang", "en").output
    house = "  hei: [NotoSansSC-Regular.ttf, NotoSerifSC-Regular.ttf"
    desk.change("layouts/house.yaml", house, f"{house}, Rare.ttf")
    done = run("package", desk.folder)
    assert done.exit_code == 0, done.output
    assert rare in text(contents(desk.zip)["issue-ticket.pdf"])


GOLD = "cmyk: [0, 20, 60, 0], spot: AD-GOLD"


def place_advert(desk: Desk, source: Source, spot: str) -> None:
    """An advertiser's page with a patch of a spot, in the place of the back cover."""
    with pikepdf.open(io.BytesIO(source.press_file)) as pdf:
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.2, 0.6, 0], N=1)
        space = Array([Name.Separation, Name(f"/{spot}"), Name.DeviceCMYK, tint])
        add(pdf, "/Spot cs 1 scn 200 200 90 90 re f", page=0, ColorSpace={"Spot": space})
        pdf.save(desk.folder / "ad.pdf")
    shutil.copy(shipped.folder("layouts") / "advertisement.yaml", desk.folder / "layouts")
    back = "layout: back, pictures: [{file: articles/images/back.svg, alt: 封底图案}]"
    put = "layout: advertisement, pictures: [{file: ad.pdf, box: bleed, alt: 广告}]"
    desk.change("issue.yaml", back, put)


@pytest.mark.parametrize("spot", ["Ad Gold", "金色", "A/B (x) #1"])
def test_spots_of_placed_pages_are_the_issues(
    run: Run, desk: Desk, source: Source, spot: str
) -> None:
    """What the message says to write is taken, whatever an advertiser calls a plate."""
    place_advert(desk, source, spot)
    done = run("package", desk.folder, "--lang", "en")
    assert f"error[H004]: the spot `{spot}` is printed (p. 8)" in done.output
    put = f'spots: ["{spot}"]'
    assert f"write `{put}` under `cover`" in done.output
    desk.change("issue.yaml", "finishing: [", f"{put}, finishing: [")
    done = run("package", desk.folder, "--lang", "en")
    assert done.exit_code == 0, done.output
    ticket = json.loads(contents(desk.zip)["issue-ticket.json"])
    assert ticket["parts"][0]["spots"] == [spot]


def test_a_placed_spot_spelt_otherwise_is_told_at_its_picture(
    run: Run, desk: Desk, source: Source
) -> None:
    place_advert(desk, source, "Ad Gold")
    desk.change("layouts/house.yaml", "colours:\n", f"colours:\n  gold: {{{GOLD}}}\n")
    done = run("check", desk.folder, "--lang", "en")
    assert "warning[P046]: the spots `Ad Gold` and `AD-GOLD` look like one ink" in done.output
    place = done.output.partition("[P046]")[2].split()
    line = (desk.folder / "issue.yaml").read_text("utf-8").partition("ad.pdf")[0].count("\n") + 1
    assert place[place.index("-->") + 1].startswith(f"issue.yaml:{line}:")


def test_outlining_tells_of_fonts_that_stay(run: Run, desk: Desk, source: Source) -> None:
    """Text by a predefined CMap, which is not read, stays; all other text has become paths."""
    place_advert(desk, source, "Ad Gold")
    with pikepdf.open(desk.folder / "ad.pdf", allow_overwriting_input=True) as pdf:
        font = composite_font(pdf)
        font.Encoding = Name("/UniGB-UCS2-H")
        text = "BT 0 0 0 1 k /Cn 12 Tf 200 300 Td <00030004> Tj ET"
        add(pdf, text, page=0, Font={"Cn": font})
        pdf.save()
    done = run("render", desk.folder, "--outline-text", "--lang", "en")
    assert "warning[O009]: page 1 of the PDF `ad.pdf`" in done.output
    assert "fonts that stay in the press file: Square\n" in done.output
    assert "O009" not in run("render", desk.folder).output


def test_the_report_names_source_lines(run: Run, desk: Desk) -> None:
    """As `preflight` does of a file that `render` wrote."""
    own_press(desk, "text: [5pt, 8pt]", "text: [5pt, 60pt]")
    done = run("package", desk.folder, "--lang", "en")
    assert done.exit_code == 0, done.output
    report = json.loads(contents(desk.zip)["issue-preflight.json"])
    places = [place for finding in report["findings"] for place in finding["places"]]
    assert places
    assert all(place["source"]["file"] and place["source"]["line"] for place in places)
