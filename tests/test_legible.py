"""What does not show never comes out raw, and JSON stays what it was."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubei_pdf.model.legible import json_text

_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from('\x7f\x80\x9b\x9f\u200b\u202e\u2066\u2069\u2028\ufeff\U000e0041中\n"'),
    )
)


@given(st.recursive(_TEXT, lambda more: st.lists(more) | st.dictionaries(_TEXT, more)))
def test_json_reads_back_equal_and_shows_whole(thing: object) -> None:
    text = json_text(thing)
    assert json.loads(text) == thing
    unseen = ("Cc", "Cf", "Cs", "Zl", "Zp")
    assert not [c for c in text if unicodedata.category(c) in unseen and c != "\n"]


@pytest.mark.parametrize(
    ("char", "written"),
    [("\x7f", "\\u007f"), ("\u202e", "\\u202e"), ("\U000e0041", "\\udb40\\udc41"), ("中", "中")],
)
def test_only_what_does_not_show_is_escaped(char: str, written: str) -> None:
    assert json_text([f"东{char}湖"]) == f'[\n "东{written}湖"\n]'


def test_lone_surrogates_can_be_printed() -> None:
    assert json.loads(json_text(["\ud800"]).encode()) == ["\ud800"]
