"""The file of sheets, read back: each page where its sheet wants it, with all that is its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from koubei_pdf.imposition import Job, impose
from koubei_pdf.imposition.binding import perfect, saddle, with_blanks
from koubei_pdf.imposition.folding import SIDES
from koubei_pdf.imposition.places import Format, lay
from koubei_pdf.imposition.sheets import Size
from koubei_pdf.model.geometry import mm

from .conftest import AT, BLEED, HEIGHT, WIDTH, Made, codes, colour, sheets_of, words

View = Callable[[bytes], pypdfium2.PdfDocument]
Open = Callable[[bytes], pikepdf.Pdf]

FORMAT = Format(WIDTH, HEIGHT, BLEED)
SADDLE, PERFECT = Job("saddle"), Job("perfect")
#: Of the sheets, pages and places: the whole way for these counts, order alone for all.
COUNTS = (1, 4, 6, 15, 40, 96)


def expected(job: Job, count: int, width: float, height: float) -> list[set[tuple[str, int, int]]]:
    """For each side the texts with their places in whole pt, by the pure geometry."""
    bound = with_blanks(count, job.binding)
    signatures = saddle(bound) if job.binding == "saddle" else perfect(bound, job.signature)
    step = job.caliper
    found = []
    for number, signature in enumerate(signatures):
        sheet = lay(Size(width, height), FORMAT, signature, job.gripper, number * step)
        for side in SIDES:
            texts = set()
            for place in sheet.places(side):
                x, y = place.trim.x0 + AT[0], height - place.trim.y1 + AT[1]
                if place.is_turned:
                    x, y = place.trim.x1 - AT[0], height - place.trim.y0 - AT[1]
                texts.add((f"page {place.page}", round(x), round(y)))
            found.append(texts)
    return found


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize(
    "job",
    [SADDLE, Job("saddle", caliper=0.2), PERFECT, Job("perfect", signature=8)],
    ids=["saddle", "creep", "perfect", "eights"],
)
def test_pages_are_in_their_places(made: Made, viewed: View, job: Job, count: int) -> None:
    file = viewed(sheets_of(made(count), job))
    width, height = file[0].get_size()
    wanted = expected(job, count, width, height)
    assert len(file) == len(wanted)
    for page, texts in zip(file, wanted, strict=True):
        seen = words(page)
        assert {(word.text, round(word.x), round(word.y)) for word in seen} == texts
        middle = height / 2
        for word in seen:
            is_upper_row = job.binding == "perfect" and count > 4 and word.y > middle
            assert word.angle == (180 if is_upper_row else 0)


@pytest.mark.parametrize("count", range(4, 97))
def test_printers_spreads_of_every_count(made: Made, viewed: View, count: int) -> None:
    file = viewed(sheets_of(made(count), SADDLE))
    bound = with_blanks(count, "saddle")
    last = len(bound) - 1
    for number in range(len(file)):
        left, right = (last - number, number) if number % 2 == 0 else (number, last - number)
        shown = [f"page {bound[index]}" for index in (left, right) if bound[index] is not None]
        seen = sorted(words(file[number]), key=lambda word: word.x)
        assert [word.text for word in seen] == shown


def test_bleed_is_kept_but_not_across_the_spine(made: Made, viewed: View) -> None:
    page = viewed(sheets_of(made(4), SADDLE))[0]
    width, height = page.get_size()
    sheet = lay(Size(width, height), FORMAT, (1, 2, 3, 4), SADDLE.gripper)
    left, right = (sheet.block.trim(0, column) for column in (0, 1))
    foot, head = height - left.y1, height - left.y0
    # Squares in the lower corners meet at the spine: yellow at the left, magenta at the right.
    assert colour(page, left.x1 - 2, foot + 5) == "y"
    assert colour(page, right.x0 + 2, foot + 5) == "m"
    middle = (foot + head) / 2
    for x, y in (
        (left.x0 - BLEED + 1, middle),
        (right.x1 + BLEED - 1, middle),
        (left.x0 + 30, foot - BLEED + 1),
        (left.x0 + 30, head + BLEED - 1),
    ):
        assert colour(page, x, y) == "c"
    assert colour(page, left.x0 - BLEED - 1, middle + 30) == "w"


def test_creep_moves_the_inner_pages(made: Made, viewed: View) -> None:
    file = viewed(sheets_of(made(16), Job("saddle", creep=9.0)))
    outer = {word.text: word.x for word in words(file[0])}
    inner = {word.text: word.x for word in words(file[6])}
    assert inner["page 7"] == pytest.approx(outer["page 1"] - 9, abs=0.01)
    assert inner["page 10"] == pytest.approx(outer["page 16"] + 9, abs=0.01)
    third = {word.text: word.x for word in words(file[4])}
    assert third["page 5"] == pytest.approx(outer["page 1"] - 6, abs=0.01)


@pytest.mark.parametrize("rotation", [90, 180, 270, -90, 450])
def test_rotated_pages_are_seen_as_in_a_viewer(made: Made, viewed: View, rotation: int) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.Rotate = rotation

    path = made(4, turn)
    single = viewed(path.read_bytes())[0]
    sheet = viewed(sheets_of(path, SADDLE))[0]
    wide = rotation % 180 != 0
    width, height = (HEIGHT, WIDTH) if wide else (WIDTH, HEIGHT)
    (word,) = (word for word in words(sheet) if word.text == "page 1")
    assert word.angle == rotation % 360
    trim = lay(
        Size(*sheet.get_size()), Format(width, height, BLEED), (1, 2, 3, 4), SADDLE.gripper
    ).block.trim(0, 1)
    for dx, dy in ((5, 5), (width - 5, 5), (5, height - 5), (width - 5, height - 5)):
        on_sheet = colour(sheet, trim.x0 + dx, sheet.get_height() - trim.y1 + dy)
        assert on_sheet == colour(single, BLEED + dx, BLEED + dy)


def test_user_units_are_heeded(made: Made, viewed: View) -> None:
    """The same pages, written in units of two points."""

    def coarse(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.UserUnit = 2
            for box in ("MediaBox", "BleedBox", "TrimBox"):
                page.obj[f"/{box}"] = Array([float(edge) / 2 for edge in page.obj[f"/{box}"]])
            page.contents_add(b"q .5 0 0 .5 0 0 cm", prepend=True)
            page.contents_add(b"Q")

    plain = viewed(sheets_of(made(4), SADDLE))[0]
    scaled = viewed(sheets_of(made(4, coarse, "coarse.pdf"), SADDLE))[0]
    assert scaled.get_size() == pytest.approx(plain.get_size())
    for one, other in zip(sorted(words(plain)), sorted(words(scaled)), strict=True):
        assert (one.x, one.y) == pytest.approx((other.x, other.y), abs=0.01)


def test_a_page_without_boxes_of_its_own_is_its_media_box(made: Made, viewed: View) -> None:
    """MediaBox inherited from the tree, corners in any order, off the origin; no bleed."""

    def bare(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.MediaBox = Array([WIDTH + BLEED, BLEED, BLEED, HEIGHT + BLEED])
        for page in pdf.pages:
            for box in ("/MediaBox", "/BleedBox", "/TrimBox"):
                del page.obj[box]

    page = viewed(sheets_of(made(4, bare), SADDLE))[0]
    width, height = page.get_size()
    trim = lay(Size(width, height), Format(WIDTH, HEIGHT, mm(3)), (1, 2, 3, 4), mm(10)).block
    left = trim.trim(0, 0)
    assert colour(page, left.x0 + 1, height - left.y1 + 40) == "c"
    assert colour(page, left.x0 - 1, height - left.y1 + 40) == "w"
    assert {(word.text, round(word.x)) for word in words(page)} == {
        ("page 4", round(left.x0 + AT[0])),
        ("page 1", round(left.x1 + AT[0])),
    }


def test_a_bleed_box_within_the_page_cuts_nothing_off(made: Made, viewed: View) -> None:
    def narrow(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.BleedBox = Array([50, 50, 100, 100])

    page = viewed(sheets_of(made(4, narrow), SADDLE))[0]
    width, height = page.get_size()
    left = lay(Size(width, height), Format(WIDTH, HEIGHT, mm(3)), (1, 2, 3, 4), mm(10)).block
    trim = left.trim(0, 0)
    assert colour(page, trim.x0 + 1, height - trim.y1 + 40) == "c"
    assert colour(page, trim.x0 - 1, height - trim.y1 + 40) == "w"


def test_marks_of_others_beyond_the_bleed_do_not_print(made: Made, viewed: View) -> None:
    """A page with its marks in the MediaBox and without a BleedBox: 5 mm around it are kept."""
    far = 40.0

    def marked(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            del page.obj["/BleedBox"]
            page.obj.MediaBox = Array([-far, -far, WIDTH + BLEED + far, HEIGHT + BLEED + far])
            page.contents_add(b"0 1 0 0 k -40 -40 500 500 re f", prepend=True)

    page = viewed(sheets_of(made(4, marked), SADDLE))[0]
    width, height = page.get_size()
    block = lay(Size(width, height), Format(WIDTH, HEIGHT, mm(5)), (1, 2, 3, 4), mm(10)).block
    left = block.trim(0, 0)
    assert colour(page, left.x0 - mm(4.5), height - left.y1 + 40) == "m"
    assert colour(page, left.x0 - mm(5.3), height - left.y1 + 40) == "w"


def test_what_belongs_to_a_page_goes_with_it(made: Made, opened: Open) -> None:
    """Spots, overprint, layers, transparency, the output intent; not links and bookmarks."""
    profile = (Path(__file__).parents[2] / "layouts/press/ISOcoated_v2_300_bas.icc").read_bytes()

    def rich(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("frames")))
        icc = pdf.make_stream(profile, N=4)
        pdf.Root.OCProperties = Dictionary(
            OCGs=Array([layer]), D=Dictionary(Order=Array([layer]), OFF=Array([layer]))
        )
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFX,
            OutputConditionIdentifier=pikepdf.String("FOGRA39"),
            DestOutputProfile=icc,
        )
        pdf.Root.OutputIntents = Array([intent])
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.5, 1, 0], N=1)
        for page in pdf.pages:
            resources = page.obj.Resources
            resources.ColorSpace = Dictionary(
                Gold=Array([Name.Separation, Name.Gold, Name.DeviceCMYK, tint])
            )
            resources.ExtGState = Dictionary(Over=Dictionary(OP=True, op=True, OPM=1))
            resources.Properties = Dictionary(Layer=layer)
            page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
            page.obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0] * 4)])
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("page 1", 0))

    path = made(4, rich)
    data = sheets_of(path, PERFECT)
    pdf = opened(data)
    form = pdf.pages[0].obj.Resources.XObject.P1
    assert form.Resources.ColorSpace.Gold[1] == Name.Gold
    over = form.Resources.ExtGState.Over
    assert (over.OP, over.op, over.OPM) == (True, True, 1)
    assert form.Resources.Font.F1.BaseFont == Name.Helvetica
    layers = pdf.Root.OCProperties
    assert form.Resources.Properties.Layer.objgen == layers.OCGs[0].objgen
    assert layers.D.OFF[0].objgen == layers.OCGs[0].objgen
    assert (Name.DeviceCMYK, True) == (form.Group.CS, form.Group.I)
    assert Name.DeviceCMYK == pdf.pages[0].obj.Group.CS
    (intent,) = pdf.Root.OutputIntents
    assert intent.DestOutputProfile.read_bytes() == profile
    assert "/Outlines" not in pdf.Root
    assert all("/Annots" not in page.obj for page in pdf.pages)


def test_stamps_that_print_are_kept(made: Made, viewed: View) -> None:
    """An annotation that prints (its flag 4) becomes part of its page; one that does not, none."""

    def stamped(pdf: pikepdf.Pdf) -> None:
        for page, flag in zip(pdf.pages, (4, 0), strict=False):
            appearance = pdf.make_stream(b"0 0 1 0 k 0 0 50 50 re f")
            appearance.update(Dictionary(Subtype=Name.Form, BBox=[0, 0, 50, 50]))
            stamp = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Stamp,
                F=flag,
                Rect=[50, 200, 100, 250],
                AP=Dictionary(N=appearance),
            )
            page.obj.Annots = Array([pdf.make_indirect(stamp)])

    file = viewed(sheets_of(made(4, stamped), SADDLE))
    height = file[0].get_height()
    block = lay(Size(*file[0].get_size()), FORMAT, (1, 2, 3, 4), mm(10)).block
    foot = height - block.trim(0, 0).y1
    assert colour(file[0], block.trim(0, 1).x0 + 75 - BLEED, foot + 225 - BLEED) == "y"
    assert colour(file[1], block.trim(0, 0).x0 + 75 - BLEED, foot + 225 - BLEED) == "c"


def test_marks_are_in_the_registration_colour(made: Made, opened: Open) -> None:
    page = opened(sheets_of(made(8), PERFECT)).pages[0]
    space = page.obj.Resources.ColorSpace.All
    assert list(space)[:2] == [Name.Separation, Name.All]
    stroked = []
    colours = []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("CS", "SCN", "K", "G", "RG", "SC"):
            colours.append((operator, [str(operand) for operand in instruction.operands]))
        if operator == "S":
            stroked.append(operator)
    assert colours == [("CS", ["/All"]), ("SCN", ["1"])]
    assert len(stroked) > 20


@pytest.mark.parametrize("space", ["N=3", "N=1"])
def test_no_inks_are_mixed_into_a_file_for_another_device(
    made: Made, opened: Open, space: str
) -> None:
    def other(pdf: pikepdf.Pdf) -> None:
        icc = pdf.make_stream(b"", N=int(space[2:]))
        pdf.Root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFX, DestOutputProfile=icc)])

    page = opened(sheets_of(made(4, other), SADDLE)).pages[0]
    operators = [str(i.operator) for i in pikepdf.parse_content_stream(page)]
    assert "k" not in operators


def test_labels_tell_the_sheets_apart(made: Made, viewed: View) -> None:
    file = viewed(sheets_of(made(40, name="五月号.pdf"), PERFECT))
    texts = [page.get_textpage().get_text_range() for page in file]
    for number, (text, pages) in enumerate(
        zip(texts, ("1–16", "1–16", "17–24", "17–24", "25–40", "25–40"), strict=True)
    ):
        signature = number // 2 + 1
        assert "五月号.pdf · 2026-02-01 · " in text
        assert f"第 {signature}/3 帖 signature {signature}/3 · " in text
        assert ("反面 back" if number % 2 else "正面 front") + f" · {pages}" in text
    saddled = viewed(sheets_of(made(8), SADDLE))[3].get_textpage().get_text_range()
    assert "第 2/2 张 sheet 2/2 · 反面 back · 3–6" in saddled


def test_a_long_name_is_cut_at_its_beginning(made: Made, viewed: View) -> None:
    path = made(4, name="very-" * 20 + "\U0001f600.pdf")
    text = viewed(sheets_of(path, SADDLE))[0].get_textpage().get_text_range()
    assert "\n…" in text
    assert text.endswith("?.pdf · 2026-02-01 · 第 1/1 张 sheet 1/1 · 正面 front · 1–4")


def test_sheets_have_boxes_and_the_facts_of_the_file(made: Made, opened: Open) -> None:
    def told(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = pdf.make_indirect(pikepdf.String("一流口碑"))
        pdf.docinfo["/Trapped"] = Name("/False")

    pdf = opened(sheets_of(made(4, told), SADDLE))
    page = pdf.pages[0].obj
    media, trim, bleed = ([float(x) for x in page[f"/{n}Box"]] for n in ("Media", "Trim", "Bleed"))
    assert trim[2] - trim[0] == pytest.approx(2 * WIDTH)
    assert trim[3] - trim[1] == pytest.approx(HEIGHT)
    assert [t - b for t, b in zip(trim, bleed, strict=True)] == pytest.approx(
        [BLEED, BLEED, -BLEED, -BLEED]
    )
    assert trim[1] - media[1] > mm(10)
    assert str(pdf.docinfo.Title) == "一流口碑"
    assert pdf.docinfo.Trapped == Name("/False")
    assert str(pdf.docinfo.ModDate).startswith("D:20260201")


def test_the_same_file_gives_the_same_sheets(made: Made) -> None:
    path = made(12)
    before = path.read_bytes()
    first = sheets_of(path, SADDLE)
    time.sleep(1.1)  # a file's ID must not come from the clock, which qpdf reads in seconds
    assert sheets_of(path, SADDLE) == first
    assert path.read_bytes() == before


def test_a_file_with_blanks_says_where(made: Made) -> None:
    done = impose(made(6), SADDLE)
    assert codes(done) == ["I007"]
    assert done.diagnostics[0].facts["places"] == "5–6"
    assert not done.diagnostics[0].is_error
