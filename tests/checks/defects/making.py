"""How defects are made: what is done to the good file, each under the code that must say so."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from ..good_pdf import glyphs, good_pdf, saved

Change = Callable[[pikepdf.Pdf], None]
Damage = Callable[[bytes], bytes]

#: name → (code, standard, change of the objects, change of the bytes).
DEFECTS: dict[str, tuple[str, str, Change | None, Damage | None, dict[str, Any]]] = {}


def defect(code: str, standard: str = "X-4", **save: Any) -> Callable[[Change], Change]:
    """A defect made in the objects; save: options with which the file is saved."""

    def register(change: Change) -> Change:
        name = f"{code}-{change.__name__.strip('_')}"
        DEFECTS[name] = (code, standard, change, None, save)
        return change

    return register


def damage(code: str, standard: str = "X-4") -> Callable[[Damage], Damage]:
    """A defect made in the saved bytes."""

    def register(change: Damage) -> Damage:
        name = f"{code}-{change.__name__.strip('_')}"
        DEFECTS[name] = (code, standard, None, change, {})
        return change

    return register


def own_resources(pdf: pikepdf.Pdf, page: int) -> Any:
    """The page's resources, made its own with all their categories."""
    shared = pdf.pages[page].obj.Resources
    own = Dictionary({key: Dictionary(dict(shared[key].items())) for key in shared})
    pdf.pages[page].obj["/Resources"] = own
    return own


def add(pdf: pikepdf.Pdf, content: str, page: int = 1, **resources: Any) -> None:
    """Paint more on a page; resources: by category, each a dictionary."""
    own = own_resources(pdf, page)
    for category, things in resources.items():
        if f"/{category}" not in own:
            own[f"/{category}"] = Dictionary()
        for name, thing in things.items():
            own[f"/{category}"][f"/{name}"] = thing
    old = pdf.pages[page].obj.Contents.read_bytes()
    pdf.pages[page].obj["/Contents"] = pdf.make_stream(old + f"\n{content}\n".encode("latin-1"))


def text(words: str = "印", size: float = 12, x: float = 60, y: float = 280) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td <{glyphs(words)}> Tj ET"


def drawn_font(pdf: pikepdf.Pdf, glyph: bytes, size: tuple[int, int], resources: Any = None) -> Any:
    """A Type 3 font whose only glyph, `a`, is content of this width and height (1/1000 em)."""
    made = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        Name=Name.Drawn,
        FontBBox=Array([0, 0, *size]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=pdf.make_stream(glyph)),
        Encoding=Dictionary(Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([size[0]]),
        Resources=Dictionary() if resources is None else resources,
    )
    return pdf.make_indirect(made)


def form(pdf: pikepdf.Pdf, content: str, **entries: Any) -> Any:
    made = pdf.make_stream(content.encode("ascii"), Type=Name.XObject, Subtype=Name.Form)
    made["/BBox"] = Array([0, 0, 100, 100])
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made


def intent(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root.OutputIntents[0]


def font(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].obj.Resources.Font.F1


def xmp(pdf: pikepdf.Pdf, old: str, new: str) -> None:
    data = pdf.Root.Metadata.read_bytes().decode("utf-8")
    assert old in data
    pdf.Root["/Metadata"] = pdf.make_stream(
        data.replace(old, new).encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML
    )


def locked(user: str) -> pikepdf.Encryption:
    return pikepdf.Encryption(owner="owner", user=user, R=4, aes=True)


def with_new_offsets(data: bytes) -> bytes:
    """The file with offsets that fit its bytes again."""
    offsets = {int(found[1]): found.start(1) for found in re.finditer(rb"(?m)^(\d+) 0 obj", data)}
    start = data.rindex(b"xref\n0 ")
    trailer = data[data.index(b"trailer", start) : data.index(b"startxref", start)]
    rows = [b"0000000000 65535 f \n"]
    rows += [b"%010d 00000 n \n" % offsets[number] for number in sorted(offsets)]
    table = b"xref\n0 %d\n" % (len(offsets) + 1) + b"".join(rows) + trailer
    return data[:start] + table + b"startxref\n%d\n%%%%EOF\n" % start


def broken(name: str) -> bytes:
    """The good file with one defect."""
    _, standard, change, harm, options = DEFECTS[name]
    pdf = good_pdf(standard)
    if change is not None:
        change(pdf)
    data = saved(pdf, **options)
    return data if harm is None else harm(data)


def helvetica() -> Any:
    """One of the fonts that PDF readers have; it is not embedded."""
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
    )
