"""Defects of the file as such."""

from __future__ import annotations

import io
import re

import pikepdf
from pikepdf import Dictionary, Name

from .making import add, damage, defect, form, locked, with_new_offsets


@damage("X001")
def no_pdf(data: bytes) -> bytes:
    return b"GIF89a" + bytes(200)


@damage("X001")
def truncated_at_the_start(data: bytes) -> bytes:
    return data[:120]


@defect("X002", deterministic_id=False, encryption=locked(""))
def encrypted(pdf: pikepdf.Pdf) -> None:
    del pdf


@defect("X002", deterministic_id=False, encryption=locked("b"))
def encrypted_with_a_password(pdf: pikepdf.Pdf) -> None:
    del pdf


@defect("X003")
def no_pages(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[:]


@damage("X010")
def bytes_before_the_header(data: bytes) -> bytes:
    pdf = pikepdf.open(io.BytesIO(data))
    buffer = io.BytesIO()
    pdf.save(buffer, force_version="1.6", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return b"\n" + buffer.getvalue()


@defect("X011", force_version="1.7")
def version_too_new(pdf: pikepdf.Pdf) -> None:
    del pdf


@defect("X011", "X-1a", force_version="1.5")
def version_too_new_for_x_1a(pdf: pikepdf.Pdf) -> None:
    del pdf


@defect("X011")
def version_raised_in_the_catalog(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/Version"] = Name("/1.7")


@damage("X012")
def no_binary_comment(data: bytes) -> bytes:
    comment = data.split(b"\n")[1]
    assert comment.startswith(b"%")
    return data.replace(comment, b"%" + b"a" * (len(comment) - 1), 1)


@damage("X013")
def no_id(data: bytes) -> bytes:
    assert data.count(b"/ID [") == 1
    return data.replace(b"/ID [", b"/IX [")


@damage("X014")
def no_info(data: bytes) -> bytes:
    start = data.rindex(b"trailer")
    return data[:start] + data[start:].replace(b"/Info ", b"/Inf0 ")


@damage("X015", "X-1a")
def object_streams(data: bytes) -> bytes:
    pdf = pikepdf.open(io.BytesIO(data))
    buffer = io.BytesIO()
    pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue().replace(b"%PDF-1.5", b"%PDF-1.4", 1)


@damage("X016")
def two_revisions(data: bytes) -> bytes:
    start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    table = data[start : data.index(b"trailer", start)]
    size = re.search(rb"/Size (\d+)", data[start:])
    root = re.search(rb"/Root (\d+ 0 R)", data[start:])
    info = re.search(rb"/Info (\d+ 0 R)", data[start:])
    ids = re.search(rb"/ID (\[.*?\])", data[start:], re.DOTALL)
    assert table.startswith(b"xref")
    kept = b" ".join(found[0] for found in (size, root, info, ids) if found)
    trailer = b"xref\n0 0\ntrailer << %s /Prev %d >>\n" % (kept, start)
    return data + trailer + b"startxref\n%d\n%%%%EOF\n" % len(data)


@defect("X017")
def unknown_operator(pdf: pikepdf.Pdf) -> None:
    add(pdf, "1 2 xyz")


@defect("X017")
def compatibility_section(pdf: pikepdf.Pdf) -> None:
    add(pdf, "BX")


@defect("X017")
def operands_missing(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.5 0.5 k")


@defect("X018")
def save_without_restore(pdf: pikepdf.Pdf) -> None:
    add(pdf, "q")


@defect("X018")
def restore_without_save(pdf: pikepdf.Pdf) -> None:
    add(pdf, "Q")


@defect("X018")
def text_that_does_not_end(pdf: pikepdf.Pdf) -> None:
    add(pdf, "BT")


@defect("X018")
def text_within_text(pdf: pikepdf.Pdf) -> None:
    add(pdf, "BT BT ET")


@defect("X018")
def text_that_does_not_begin(pdf: pikepdf.Pdf) -> None:
    add(pdf, "ET")


@defect("X018")
def marked_content_that_does_not_end(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Span BMC")


@defect("X018")
def marked_content_that_does_not_end_in_its_form(pdf: pikepdf.Pdf) -> None:
    made = form(pdf, "/Span <</Lang (zh)>> BDC")
    add(pdf, "/Fm9 Do EMC", XObject={"Fm9": made})


@defect("X007")
def states_saved_without_end(pdf: pikepdf.Pdf) -> None:
    """Their restoring is not told as well: it is in balance."""
    add(pdf, "q " * 600 + "Q " * 600)


@defect("X019")
def undefined_picture(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Nowhere Do")


@defect("X019")
def undefined_colour_space(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Nowhere cs")


@damage("X020")
def broken_cross_reference(data: bytes) -> bytes:
    at = data.rindex(b"startxref") + 10
    return data[:at] + b"17\n%%EOF\n"


@defect("X007")
def form_within_itself(pdf: pikepdf.Pdf) -> None:
    made = form(pdf, "/Fm9 Do")
    made = pdf.make_indirect(made)
    made["/Resources"] = Dictionary(XObject=Dictionary(Fm9=made))
    add(pdf, "/Fm9 Do", XObject={"Fm9": made})


@damage("X147")
def key_said_twice(data: bytes) -> bytes:
    at = data.index(b"/TrimBox")
    return with_new_offsets(data[:at] + b"/Rotate 90 /Rotate 0 " + data[at:])
