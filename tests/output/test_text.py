"""Glyph runs: what copies out is the manuscript, and glyphs stand where the Book says."""

import ctypes
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf
from koubei_pdf.model.book import GlyphRun
from koubei_pdf.model.style import Cmyk

from .conftest import BOXES, KAI, SONG, SPAN, Write

Open = Callable[[bytes], pikepdf.Pdf]
View = Callable[[bytes], pypdfium2.PdfDocument]
Glyphs = Callable[..., GlyphRun]


def extracted(file: pypdfium2.PdfDocument) -> str:
    page = file[0].get_textpage()
    text = page.get_text_range().replace("\r\n", "\n")
    page.close()
    return text


@pytest.mark.parametrize("face", [SONG, KAI])
@pytest.mark.parametrize(
    "text",
    [
        "中国——口碑",
        "“引文”……完。",
        "5G网络，２０１９",
        "fi ffi fl",
        "⼈人⼊入",
        "don’t",
        "A\u0301é",
        "·℃①",
    ],
)
def test_text_copies_out_as_it_was_written(
    write: Write, glyphs: Glyphs, viewed: View, text: str, face: str
) -> None:
    assert extracted(viewed(write((glyphs(text, face=face),)))) == text


@pytest.mark.parametrize("is_on", [True, False])
def test_ligatures_on_and_off(write: Write, glyphs: Glyphs, viewed: View, is_on: bool) -> None:
    run = glyphs("office", features={"liga": is_on})
    assert (len(run.glyphs) < 6) is is_on
    assert extracted(viewed(write((run,)))) == "office"


def test_gaps_do_not_copy_as_spaces(write: Write, glyphs: Glyphs, viewed: View) -> None:
    """The quarter em between Han and Latin is no space in the manuscript."""
    run = glyphs("在5G网a络 2019 年", shifts=((0, 2.25), (2, 3.0), (3, 3.0), (4, 3.0), (6, 1.0)))
    assert extracted(viewed(write((run,)))) == run.text


@pytest.mark.parametrize("spacing", [0.3, 1.0, 2.0, 5.0])
def test_tracking_does_not_copy_as_spaces(
    write: Write, glyphs: Glyphs, viewed: View, spacing: float
) -> None:
    for text in ("CONTENTS", "彭霖", "特别策划 2019"):
        assert extracted(viewed(write((glyphs(text, spacing=spacing),)))) == text


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
@pytest.mark.parametrize("options", [[], ["-raw"]])
def test_halved_punctuation_does_not_copy_as_a_new_line(
    write: Write, glyphs: Glyphs, tmp_path: Path, options: list[str]
) -> None:
    run = glyphs("“十优单位”、“十差”，5G网", shifts=((5, -4.5), (6, -4.5), (10, -4.5), (12, 2.25)))
    (tmp_path / "book.pdf").write_bytes(write((run,)))
    command = ["pdftotext", *options, "-enc", "UTF-8", "book.pdf", "-"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode().strip() == run.text


@pytest.mark.parametrize("face", ["Tiny", "Cubic"])
@pytest.mark.parametrize(
    ("count", "clusters", "text"),
    [
        (2, (0, 0), "人"),  # one character drawn as two glyphs
        (3, (0, 1, 1), "人Ae人"),  # two glyphs for three characters
        (2, (0, 2), "人⼈A"),  # a ligature
        (2, (1, 2), "A人e"),  # text before the first cluster
    ],
)
def test_clusters_copy_once(
    write: Write,
    viewed: View,
    face: str,
    count: int,
    clusters: tuple[int, ...],
    text: str,
    shelf: FontShelf,
) -> None:
    ren = shelf.face(face).shape("人").glyphs[0]
    values = (face, 9, 50, 100, Cmyk(0, 0, 0, 100), (ren,) * count, text, SPAN, "body")
    assert extracted(viewed(write((GlyphRun(*values, clusters=clusters),)))) == text


@pytest.mark.parametrize("face", ["Tiny", "Cubic"])
def test_one_glyph_of_two_characters(
    write: Write, glyphs: Glyphs, viewed: View, opened: Open, face: str
) -> None:
    run = glyphs("⼈人A⼈人", face=face, clusters=None)
    assert len(set(run.glyphs)) == 2
    data = write((run,))
    assert extracted(viewed(data)) == run.text
    assert b"ActualText" not in opened(data).pages[0].Contents.read_bytes() or face == "Cubic"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["中", "国", "，", "。", "——", "“", "”", "……", "5G", "AV", "fi", "⼈", "人"]
        ),
        min_size=1,
        max_size=8,
    ).map("".join),
    st.floats(-0.3, 0.6),
    st.lists(st.sampled_from([0.0, -0.4, 0.3, 1.1]), min_size=16, max_size=16),
)
def test_any_text_copies_out(
    write: Write,
    glyphs: Glyphs,
    viewed: View,
    text: str,
    spacing: float,
    shifts: list[float],
) -> None:
    run = glyphs(text, spacing=spacing)
    listed = tuple(enumerate(shifts[: len(run.glyphs)], start=-1))
    run = glyphs(text, spacing=spacing, shifts=listed)
    copied = extracted(viewed(write((run,)))).replace("\u200b", "")
    assert copied.replace("\n", "") == text
    # Unevenly widened, a small mark at the start or …… looks like a line of its own to readers.
    if text[0] not in "，。“”" and not any(shifts):
        assert copied == text


@pytest.mark.parametrize("size", [9, 10.5])
@pytest.mark.parametrize("face", [SONG, "Tiny", "Cubic"])
def test_glyphs_stand_where_the_book_says(
    write: Write, glyphs: Glyphs, viewed: View, shelf: FontShelf, face: str, size: float
) -> None:
    shifts = ((-1, 3.0), (0, -1.25), (2, 0.25), (2, 0.05), (3, -0.3), (4, 2.5))
    run = glyphs(
        "人A人A人A", face=face, size=size, spacing=0.4321, shifts=shifts, features={"kern": False}
    )
    x, expected = run.x + 3.0, []
    for index, glyph in enumerate(run.glyphs):
        expected.append(x + BOXES.bleed)
        x += shelf.face(face).advance(glyph) * size + run.spacing
        x += sum(shift for at, shift in shifts if at == index)
    origins = _origins(viewed(write((run,))))
    # pdfium spreads the characters of a span (4 and 5, set apart) over it: only its start counts.
    del origins[5], expected[5]
    assert [x for x, _ in origins] == pytest.approx(expected, abs=0.003)
    height = BOXES.height + BOXES.bleed - run.y
    assert [y for _, y in origins] == pytest.approx([height] * len(expected), abs=0.003)


def _origins(file: pypdfium2.PdfDocument) -> list[tuple[float, float]]:
    page = file[0].get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(page.count_chars()):
        pypdfium2.raw.FPDFText_GetCharOrigin(page, index, x, y)
        found.append((x.value, y.value))
    page.close()
    return found


def test_state_is_set_only_when_it_changes(write: Write, glyphs: Glyphs, opened: Open) -> None:
    red = Cmyk(0, 100, 100, 0)
    runs = (
        glyphs("中", y=10),
        glyphs("国", y=20),
        glyphs("口", y=30, spacing=0.5),
        glyphs("碑", y=40, ink=red),
        glyphs("中", y=50, size=12),
    )
    content = opened(write(runs)).pages[0].Contents.read_bytes().decode()
    assert content.count("Tf") == 2
    assert content.count("Tc") == 2
    assert content.count(" k\n") == 3
    assert "0 0 0 1 k\n" in content
    assert "0 1 1 0 k\n" in content


def test_only_cmyk_operators(write: Write, glyphs: Glyphs, opened: Open) -> None:
    page = opened(write((glyphs("中A", shifts=((0, 3.0),)),))).pages[0]
    found = {str(step.operator) for step in pikepdf.parse_content_stream(page)}
    assert found <= {"k", "gs", "Tf", "Tc", "BT", "ET", "Td", "Tj", "TJ", "BDC", "EMC"}


def test_shifts_of_one_place_add_up(write: Write, glyphs: Glyphs, opened: Open) -> None:
    run = glyphs("中国", size=10, shifts=((0, 0.1), (0, 0.2)))
    assert b"[<0001>-10 -20<0002>]TJ" in opened(write((run,))).pages[0].Contents.read_bytes()


def test_notdef_is_refused(write: Write) -> None:
    run = GlyphRun(SONG, 9, 0, 0, Cmyk(0, 0, 0, 100), (0,), "𠮷", SPAN, "body")
    with pytest.raises(ValueError, match="notdef"):
        write((run,))


def test_text_that_does_not_match_the_glyphs_is_refused(write: Write, glyphs: Glyphs) -> None:
    with pytest.raises(ValueError, match="longer"):
        write((glyphs("中——国", clusters=None),))


def test_an_empty_run_is_nothing(write: Write, glyphs: Glyphs, opened: Open) -> None:
    assert not opened(write((glyphs(""),))).pages[0].Contents.read_bytes().strip()
