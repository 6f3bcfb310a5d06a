"""Files that are broken, endless or made to do harm: a finding each, in bounded time and memory."""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from PIL import Image

from koubei_pdf.checks import limits
from koubei_pdf.checks.content.tokens import FLAW, operations
from koubei_pdf.checks.judging import judge, judge_file
from koubei_pdf.model.press import PressProfile

from .conftest import sheetfed
from .defects import add, form, with_new_offsets
from .good_pdf import good_pdf, picture, saved

#: Seconds of the processor and bytes of address space that any of these files may take at most.
SECONDS, BYTES = 30, 1500 << 20

#: Bytes of address space for pages full of photographs; one of them decoded takes 32 MB.
PHOTOGRAPHS = 350 << 20


def codes(data: bytes, press: PressProfile) -> set[str]:
    return {group.rule.code for group in judge(data, press).groups}


def judged_apart(data: bytes, folder: Path, most: int = BYTES) -> set[str]:
    """The codes found by the program in a process of its own, within SECONDS and `most` bytes."""
    file = folder / "a.pdf"
    file.write_bytes(data)

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

    command = [sys.executable, "-m", "koubei_pdf", "preflight", str(file), "--json"]
    done = subprocess.run(command, capture_output=True, preexec_fn=bound, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return {finding["code"] for finding in json.loads(done.stdout)["findings"]}


def bomb(size: int) -> bytes:
    """Deflated zeros: 1 MB for each GB."""
    deflater = zlib.compressobj(9)
    block = bytes(1 << 20)
    return b"".join(deflater.compress(block) for _ in range(size >> 20)) + deflater.flush()


GIGABYTE = bomb(1 << 30)
AS_IT_IS = {"stream_decode_level": pikepdf.StreamDecodeLevel.none, "compress_streams": False}


def with_stream(pdf: pikepdf.Pdf, data: bytes, **entries: Any) -> Any:
    made = pdf.make_stream(b"")
    made.write(data, filter=Name.FlateDecode)
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made


def test_a_gigabyte_of_content(tmp_path: Path) -> None:
    pdf = good_pdf()
    pdf.pages[0].obj["/Contents"] = with_stream(pdf, GIGABYTE)
    assert "X005" in judged_apart(saved(pdf, **AS_IT_IS), tmp_path)


def test_a_gigabyte_of_picture(tmp_path: Path) -> None:
    pdf = good_pdf()
    made = with_stream(pdf, GIGABYTE, Type=Name.XObject, Subtype=Name.Image)
    for key, value in {"Width": 16384, "Height": 16384, "BitsPerComponent": 8}.items():
        made[f"/{key}"] = value
    made["/ColorSpace"] = Name.DeviceCMYK
    add(pdf, "q 60 0 0 60 60 60 cm /Im9 Do Q", XObject={"Im9": made})
    assert "X139" in judged_apart(saved(pdf, **AS_IT_IS), tmp_path)


def photograph(pdf: pikepdf.Pdf, seed: int) -> Any:
    """A JPEG of 8 megapixels in four inks."""
    image = Image.linear_gradient("L").rotate(seed).resize((2600, 3100)).convert("RGB")
    buffer = io.BytesIO()
    image.convert("CMYK").save(buffer, "JPEG")
    made = picture(pdf)
    made.write(buffer.getvalue(), filter=Name.DCTDecode)
    made["/Width"], made["/Height"] = image.size
    return made


def test_a_photograph_on_each_page(tmp_path: Path) -> None:
    """Ink is measured on few pages at once, however large their pictures are."""
    pdf = good_pdf(pages=8)
    for page in range(8):
        content = "q 950 0 0 1130 -300 -300 cm /Im9 Do Q"
        add(pdf, content, page=page, XObject={"Im9": photograph(pdf, page)})
    found = judged_apart(saved(pdf, **AS_IT_IS), tmp_path, most=PHOTOGRAPHS)
    assert not found & {"X005", "X139"}


def rows(width: int, height: int) -> bytes:
    """Deflated rows of CMYK, all alike."""
    deflater = zlib.compressobj(1)
    row = bytes(x % 120 for x in range(4 * width))
    return b"".join(deflater.compress(row) for _ in range(height)) + deflater.flush()


@pytest.mark.parametrize(("width", "height"), [(10_000, 10_000), (400, 40_000)])
@pytest.mark.parametrize("sides", [(36, 36), (200, 300)])
def test_a_huge_picture_is_measured_row_by_row(
    width: int, height: int, sides: tuple[int, int], tmp_path: Path
) -> None:
    pdf = good_pdf()
    made = picture(pdf)
    made.write(rows(width, height), filter=Name.FlateDecode)
    made["/Width"], made["/Height"] = width, height
    add(pdf, f"q {sides[0]} 0 0 {sides[1]} 40 40 cm /Im9 Do Q", XObject={"Im9": made})
    found = judged_apart(saved(pdf, **AS_IT_IS), tmp_path, most=PHOTOGRAPHS)
    assert not found & {"X005", "X139", "X144"}


@pytest.mark.parametrize("name", ["Metadata", "profile", "program"])
def test_a_gigabyte_elsewhere(name: str, tmp_path: Path) -> None:
    pdf = good_pdf()
    # Metadata are saved as they are: a tenth of a gigabyte of them is enough.
    stream = with_stream(pdf, bomb(100 << 20) if name == "Metadata" else GIGABYTE, N=4)
    if name == "Metadata":
        stream["/Type"], stream["/Subtype"] = Name.Metadata, Name.XML
        pdf.Root["/Metadata"] = stream
    elif name == "profile":
        pdf.Root.OutputIntents[0]["/DestOutputProfile"] = stream
    else:
        font = pdf.pages[0].obj.Resources.Font.F1.DescendantFonts[0]
        font.FontDescriptor["/FontFile2"] = stream
    found = judged_apart(saved(pdf, **AS_IT_IS), tmp_path)
    assert found & {"X035", "X044", "X108"}


def test_a_gigabyte_of_objects(tmp_path: Path) -> None:
    data = (
        b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
        b" /Length " + str(len(GIGABYTE)).encode() + b" >>\nstream\n" + GIGABYTE
    )
    data += b"\nendstream\nendobj\nstartxref\n0\n%%EOF\n"
    assert judged_apart(data, tmp_path) == {"X005"}


def test_five_thousand_pages(press: PressProfile) -> None:
    pdf = good_pdf(pages=4)
    for _ in range(1250 - 1):
        pdf.pages.extend(pdf.pages[:4])
    data = saved(pdf)
    judged = judge(data, press)
    assert [group.rule.code for group in judged.groups] == ["X004"]
    assert judged.ink is None
    assert judged.document is not None
    assert len(judged.document.pages) == limits.PAGES


def test_a_page_tree_within_itself(press: PressProfile) -> None:
    data = saved(good_pdf())
    number = data.index(b"/Type /Pages")
    own = data.rindex(b" 0 obj", 0, number)
    name = data[data.rindex(b"\n", 0, own) + 1 : own] + b" 0 R"
    kids = data.index(b"/Kids [", own) + len(b"/Kids [")
    looped = data[:kids] + b" " + name + data[kids:]
    assert codes(with_new_offsets(looped), press) & {"X001", "X020"}


def test_forms_that_double(tmp_path: Path) -> None:
    """Each of 22 forms shows the next one twice: 4 million uses."""
    pdf = good_pdf()
    inner = form(pdf, "0 0 1 1 re f")
    for _ in range(22):
        inner = form(pdf, "/In Do /In Do", Resources=Dictionary(XObject=Dictionary(In=inner)))
    add(pdf, "/In Do", XObject={"In": inner})
    assert "X006" in judged_apart(saved(pdf), tmp_path)


def test_forms_too_deep(press: PressProfile) -> None:
    pdf = good_pdf()
    inner = form(pdf, "0 0 1 1 re f")
    for _ in range(limits.DEPTH + 2):
        inner = form(pdf, "/In Do", Resources=Dictionary(XObject=Dictionary(In=inner)))
    add(pdf, "/In Do", XObject={"In": inner})
    assert "X007" in codes(saved(pdf), press)


@pytest.mark.parametrize(
    "content",
    [
        "q " * 5000 + "Q " * 5000,
        "[" * 5000 + "] TJ",
        "1 " * 20_000 + "m",
        "9" * 500 + " 0 m 1 1 l S",
        "(" * 5000,
        "<< " * 5000,
        "1e5 0 m",
        "/" + "A" * 100_000 + " gs",
        "\x00\x01\x02\xff" * 1000,
        "0 0 0 k k k k",
        "BI /W 1 ID",
    ],
)
def test_wild_content(content: str, press: PressProfile) -> None:
    pdf = good_pdf()
    add(pdf, content)
    found = codes(saved(pdf), press)
    assert found & {"X007", "X017", "X018", "X019"}


@pytest.mark.parametrize(
    "matrix", ["1e9 0 0 1e9 0 0", "0 0 0 0 0 0", "99999999999 0 0 99999999999 0 0"]
)
def test_wild_matrices(matrix: str, press: PressProfile) -> None:
    pdf = good_pdf()
    add(pdf, f"q {matrix} cm /Im1 Do 0 0 m 5 5 l S Q")
    judge(saved(pdf), press)


@pytest.mark.parametrize("filter_", [None, Name.FlateDecode])
def test_a_picture_of_one_byte_that_says_it_is_huge(filter_: Any, press: PressProfile) -> None:
    pdf = good_pdf()
    made = picture(pdf)
    made.write(b"x", filter=filter_)
    made["/Width"], made["/Height"] = 40_000, 40_000
    add(pdf, "q 60 0 0 60 60 60 cm /Im9 Do Q", XObject={"Im9": made})
    groups = {group.rule.code: group for group in judge(saved(pdf, **AS_IT_IS), press).groups}
    assert groups.keys() == {"X139", "X144", "X145"}
    assert "40000 × 40000 pixels" in groups["X139"].message("en")
    assert groups["X144"].message("en").endswith("but its 1 byte cannot hold them")
    assert groups["X145"].message("zh") == "图片有 40000 × 40000 像素，超过 300 百万"


def test_pictures_of_absurd_sizes(press: PressProfile) -> None:
    for width, height in ((1, 1), (40_000, 40_000), (-5, 3), (0, 0)):
        pdf = good_pdf()
        made = picture(pdf)
        made["/Width"], made["/Height"] = width, height
        add(pdf, "q 60 0 0 60 60 60 cm /Im9 Do Q", XObject={"Im9": made})
        judge(saved(pdf), press)


@pytest.mark.parametrize("key", ["MediaBox", "TrimBox", "BleedBox"])
@pytest.mark.parametrize("box", [[0, 0, 0, 0], [0, 0, 1e30, 1e30], [5], [Name.A] * 4])
def test_absurd_boxes(key: str, box: list[Any], press: PressProfile) -> None:
    pdf = good_pdf()
    pdf.pages[0].obj[f"/{key}"] = Array(box)
    assert codes(saved(pdf), press)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_truncated(share: float, press: PressProfile) -> None:
    data = saved(good_pdf())
    assert codes(data[: int(len(data) * share)], press)


def test_too_large_a_file(
    tmp_path: Path, press: PressProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(saved(good_pdf()))
    monkeypatch.setattr(limits, "FILE", 1000)
    assert [group.rule.code for group in judge_file(file, press).groups] == ["X008"]


def test_a_folder_is_no_file(tmp_path: Path, press: PressProfile) -> None:
    assert [group.rule.code for group in judge_file(tmp_path, press).groups] == ["X001"]


@settings(max_examples=60, deadline=None, database=None)
@given(st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), min_size=1, max_size=8))
def test_flipped_bytes_never_raise(flips: list[tuple[int, int]]) -> None:
    file = bytearray(SMALL)
    for share, byte in flips:
        file[share * len(file) // 5_001] = byte
    judge(bytes(file), sheetfed())


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
@example(b"0\0a")  # NUL is white space, too (ISO 32000-1, 7.2.2)
def test_any_bytes_are_operations(data: bytes) -> None:
    at = 0
    for operation in operations(data):
        assert operation.operator == FLAW or operation.operator
        assert operation.end > operation.start >= at - 1
        at = operation.end


def small() -> bytes:
    pdf = good_pdf()
    profile = pdf.Root.OutputIntents[0]
    del profile["/DestOutputProfile"]
    return saved(pdf)


SMALL = small()
