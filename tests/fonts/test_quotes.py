"""Which quotation marks and apostrophes are Western: in the cases, those written as < > and ^."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.fonts import FontShelf, western_quotes

APOSTROPHES = [
    "一句don^t江花",
    "与^90s音乐",
    "与 ^90s 音乐",
    "爱听 rock ^n^ roll 的人",
    "the dogs^ bowl国",
    "goin^ home国",
    "‘it^s’与O^Neill，Ä^b ^90",
    "‘国’90年",
    "“国’与国",
    "a^b“A”国",
    "他说‘the dogs^ bowl’，好",
    "他说‘the dogs^ keeper isn^t here’，好",
    "‘the dogs’ and ‘cats’，好",
    "‘the dogs’和goin^ home",
]

QUOTES = [
    # English within Chinese.
    "他说：He said <Hello world> and left。",
    "<Hello world,> he said. 他走了。",
    "他问：what is <love>",
    "The word “道” means <the way> in English.",
    "IT“大数据”时代 and <big data> or so",
    "《The <Best> Book》",
    "It is <big>, <fast> and <cheap> here.国",
    # A quotation of English within Chinese marks.
    "他说：“He said <hello> to me.”然后",
    "“<Hello,> he said”是原话",
    # Chinese with Latin words.
    "他说“Hello world”。",
    "“DICT”是什么",
    "读了“Hello”和“World”两个词",
    "5G“SA”2.0版和iPhone“Pro”Max手机",
    "5G “SA” 2.0 版",
    "国“A”B“C”国",
    "国“‘A’”国",
    "“5G”、“AI”",
    "国”and “国”",
    # Nothing Chinese at all.
    "<Hello,> he said. <Good <old> days.>",
    "<Hello>",
    "“5”",
    "“”‘’",
    "’’””““‘‘",
]


def _plain(case: str) -> str:
    return case.replace("<", "“").replace(">", "”").replace("^", "’")


@pytest.mark.parametrize("case", APOSTROPHES + QUOTES)
def test_western_marks(case: str) -> None:
    expected = {at for at, char in enumerate(case) if char in "<>^"}
    assert western_quotes(_plain(case)) == expected


@given(st.text(alphabet="“”‘’ aAn9国，—s\ufdd0", max_size=30))
def test_any_order_of_marks_is_judged(text: str) -> None:
    """Only marks are found; where nothing is Western, none are."""
    found = western_quotes(text)
    assert all(text[at] in "“”‘’" for at in found)
    if not set(text) & set("aAn9s"):
        assert not found


@pytest.mark.parametrize("case", ["say <yes> to it", "don^t", "国与^90s"])
def test_the_latin_face_sets_them_narrow(shelf: FontShelf, case: str) -> None:
    """Whatever faces the role has for Han and for Latin."""
    text = _plain(case)
    for role in ("song", "kai"):
        for start, end, face in shelf.itemise(text, role):
            assert face is not None
            western = {at - start for at in western_quotes(text) if start <= at < end}
            shaped = face.shape(text[start:end], western=western)
            widths = dict(zip(shaped.clusters, shaped.advances, strict=True))
            assert all(widths[at] < 0.5 for at in western)


def test_the_paragraph_decides_not_the_piece(shelf: FontShelf) -> None:
    """What is Western is said by who knows the paragraph."""
    face = shelf.face("NotoSerifSC-Regular")
    assert sum(face.shape("“ab”", western=()).advances) > 2.5
    assert sum(face.shape("“ab”", western={0, 3}).advances) < 2.5
