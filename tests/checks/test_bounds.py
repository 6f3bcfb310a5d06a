"""Files that are broken, endless or made to do harm: a finding each, in bounded time and memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from koubei_pdf.checks.judging import judge, judge_file
from koubei_pdf.model.press import PressProfile
from koubei_pdf.pdf import limits
from koubei_pdf.pdf.content.tokens import FLAW, operations

from .bounded import AS_IT_IS, GIGABYTE, bomb, codes, judged_apart, with_stream
from .conftest import sheetfed
from .defects import add, form, with_new_offsets
from .good_pdf import good_pdf, saved


def test_a_gigabyte_of_content(tmp_path: Path) -> None:
    pdf = good_pdf()
    pdf.pages[0].obj["/Contents"] = with_stream(pdf, GIGABYTE)
    assert "X005" in judged_apart(saved(pdf, **AS_IT_IS), tmp_path)


def test_why_data_cannot_be_read_is_said_in_plain_words(press: PressProfile) -> None:
    """Content that unpacks to too much, content that is damaged, and any other such stream."""
    pdf = good_pdf()
    pdf.pages[0].obj["/Contents"] = with_stream(pdf, bomb(80 << 20))
    pdf.pages[1].obj["/Contents"] = with_stream(pdf, b"no deflated data")
    groups = [g for g in judge(saved(pdf, **AS_IT_IS), press).groups if g.rule.code == "X005"]
    assert {group.message("en") for group in groups} == {
        "data cannot be read: its data unpack to more than 64 MB",
        "data cannot be read: its data are damaged",
    }
    assert "有数据读不出来：数据解开后超过 64 MB" in {group.message("zh") for group in groups}


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
