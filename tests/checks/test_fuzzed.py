"""Files of which some objects are not what they should be: no word of Python reaches a reader."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from koubei_pdf.checks.judging import judge
from koubei_pdf.model.press import PressProfile

from .defects import with_new_offsets
from .good_pdf import good_pdf, saved

FILES = sorted((Path(__file__).parent / "good").glob("*.pdf"))

#: What Python and the libraries say of errors.
PYTHON = re.compile(
    r"\b[A-Z][a-z]+[A-Z]?\w*Error\b|Traceback|incompatible function|NoneType|argument|"
    r"out of range|has no attribute|pikepdf\.\w|<class|<pikepdf|invalid literal|not iterable|"
    r"subscript|not supported|unpack_from|codec|__"
)

#: What an object may be in the place of another.
VALUES: tuple[Callable[[pikepdf.Pdf], Any], ...] = (
    lambda pdf: 7,
    lambda pdf: -1,
    lambda pdf: 10**12,
    lambda pdf: True,
    lambda pdf: pikepdf.Object.parse(b"3.5"),
    lambda pdf: Name.Wrong,
    lambda pdf: pikepdf.Object.parse(b"/#FF#FE"),
    lambda pdf: String("x"),
    lambda pdf: Array([]),
    lambda pdf: Array([1, Name.A, String("b")]),
    lambda pdf: Dictionary(A=1),
    lambda pdf: pdf.make_stream(b"no content"),
    lambda pdf: pdf.pages[0].obj,
)


def changed(pdf: pikepdf.Pdf, dice: random.Random) -> None:
    """Change one object: cut a stream or put other bytes in it, drop a key, swap a value."""
    thing = dice.choice([o for o in pdf.objects if isinstance(o, Dictionary | Array | Stream)])
    if isinstance(thing, Stream) and dice.random() < 0.3:
        data = thing.read_raw_bytes()
        at = dice.randrange(len(data) + 1)
        data = data[:at] + (dice.randbytes(3) + data[at + 3 :] if dice.random() < 0.5 else b"")
        thing.write(data, filter=thing.get("/Filter"), decode_parms=thing.get("/DecodeParms"))
    elif isinstance(thing, Array):
        if len(thing):
            thing[dice.randrange(len(thing))] = dice.choice(VALUES)(pdf)
    else:
        inner = [value for value in thing.values() if isinstance(value, Dictionary)]
        inner = [value for value in inner if not value.is_indirect]
        thing = dice.choice([thing, *inner])
        keys = sorted(thing.keys() - {"/Length"})
        if keys and dice.random() < 0.4:
            del thing[dice.choice(keys)]
        elif keys:
            thing[dice.choice(keys)] = dice.choice(VALUES)(pdf)


def messages(data: bytes, press: PressProfile) -> list[str]:
    groups = judge(data, press).groups
    return [group.message(language) for group in groups for language in ("en", "zh")]


@pytest.mark.parametrize("seed", range(48))
def test_no_word_of_python(seed: int, press: PressProfile) -> None:
    dice = random.Random(seed)
    pdf = good_pdf() if seed % 3 == 0 else pikepdf.open(FILES[seed % len(FILES)])
    for _ in range(dice.randint(2, 6)):
        changed(pdf, dice)
    buffer = io.BytesIO()
    pdf.save(buffer, fix_metadata_version=False)
    assert not [text for text in messages(buffer.getvalue(), press) if PYTHON.search(text)]


def test_keys_and_names_of_any_bytes(press: PressProfile) -> None:
    """A key that is no text: what stands under it and beside it is judged."""
    data = saved(good_pdf())
    at = data.index(b"/TrimBox")
    found = messages(with_new_offsets(data[:at] + b"/#FF#FE /#80 " + data[at:]), press)
    assert found == []


@pytest.mark.parametrize("value", [Array([]), Dictionary(A=1), Name.Four, String("4"), 3])
def test_channels_of_a_profile(value: Any, press: PressProfile) -> None:
    pdf = good_pdf()
    pdf.Root.OutputIntents[0].DestOutputProfile["/N"] = value
    (text, _) = messages(saved(pdf), press)
    given = "given as 3, not 4" if value == 3 else "not given"
    assert text.endswith(f"its number of channels is {given}")


def test_a_spot_without_a_function(press: PressProfile) -> None:
    pdf = good_pdf()
    space = pdf.pages[0].Resources.ColorSpace.Spot
    space[3] = 5
    assert not [text for text in messages(saved(pdf), press) if PYTHON.search(text)]
