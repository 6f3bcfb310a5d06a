"""Which face sets which part of a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf

HAN, LATIN = "LXGWWenKai-Regular", "NotoSerifSC-Regular"


def parts(shelf: FontShelf, text: str, role: str = "kai") -> list[tuple[str, str | None]]:
    return [
        (text[start:end], face.key if face else None)
        for start, end, face in shelf.itemise(text, role)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (
            "中文，“文”——……·、",
            [("中文，", HAN), ("“", LATIN), ("文", HAN), ("”", LATIN), ("——……·、", HAN)],
        ),
        ("word, 5G (ok)!", [("word, 5G (ok)!", LATIN)]),
        ("的5G网", [("的", HAN), ("5G", LATIN), ("网", HAN)]),
        ("“A”", [("“A”", LATIN)]),
        ("don’t’", [("don’t’", LATIN)]),
        ("２０１９ＡＢ％", [("２０１９ＡＢ％", HAN)]),
        ("é Ωя–3", [("é Ωя–3", LATIN)]),
        ("①℃※", [("①℃※", HAN)]),
        ("e\u0301中\ufe00文", [("e\u0301", LATIN), ("中\ufe00文", HAN)]),
    ],
)
def test_by_script(shelf: FontShelf, text: str, expected: list[tuple[str, str]]) -> None:
    """The Kai face has narrow quotation marks; the next face lends its full-width ones."""
    assert parts(shelf, text) == expected


def test_one_face_for_both_scripts_is_one_run(shelf: FontShelf) -> None:
    assert parts(shelf, "的5G网", "song") == [("的5G网", LATIN)]


def test_the_next_face_of_the_list_helps_out(shelf: FontShelf) -> None:
    expected = [("中", "NotoSansSC-Regular"), ("𠮷", HAN), ("国", "NotoSansSC-Regular")]
    assert parts(shelf, "中𠮷国", "wide") == expected


def test_no_face_has_it(shelf: FontShelf) -> None:
    assert parts(shelf, "中𠀀𠀁国", "kai") == [("中", HAN), ("𠀀𠀁", None), ("国", HAN)]


@given(st.text(alphabet="中文，“”’—… ·a5.-é\u0301\ufe00𠮷𠀀\n😀", max_size=30))
def test_runs_cover_the_text_and_are_maximal(shelf: FontShelf, text: str) -> None:
    pieces = shelf.itemise(text, "kai")
    assert "".join(text[start:end] for start, end, _ in pieces) == text
    assert all(start < end for start, end, _ in pieces)
    assert all(a[1] == b[0] and a[2] is not b[2] for a, b in pairwise(pieces))
    for start, end, face in pieces:
        assert face is None or not face.missing(text[start:end])
