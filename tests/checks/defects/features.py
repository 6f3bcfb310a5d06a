"""Defects of what does not belong in a press file."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ..good_pdf import picture
from .making import add, defect, form


def lzw(pdf: pikepdf.Pdf) -> Any:
    """A form compressed with LZW: clear, n, end of data, in codes of 9 bits."""
    bits = "".join(f"{code:09b}" for code in (256, ord("q"), ord(" "), ord("Q"), 257))
    bits += "0" * (-len(bits) % 8)
    data = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))
    made = form(pdf, "")
    made.write(data, filter=Name.LZWDecode)
    return made


@defect("X060", stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
def lzw_filter(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Fm9 Do", XObject={"Fm9": lzw(pdf)})


def jpx(pdf: pikepdf.Pdf) -> Any:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("L", (150, 150), 90).save(buffer, "JPEG2000")
    made = picture(pdf, mode="L")
    made.write(buffer.getvalue(), filter=Name.JPXDecode)
    return made


@defect("X061", "X-1a")
def jpeg_2000(pdf: pikepdf.Pdf) -> None:
    add(pdf, "q 36 0 0 36 60 60 cm /Im9 Do Q", XObject={"Im9": jpx(pdf)})


@defect("X062")
def external_stream(pdf: pikepdf.Pdf) -> None:
    add(pdf, "", XObject={"Fm9": form(pdf, "", F=String("elsewhere.bin"))})


@defect("X062")
def reference_xobject(pdf: pikepdf.Pdf) -> None:
    reference = Dictionary(F=String("elsewhere.pdf"), Page=0)
    add(pdf, "", XObject={"Fm9": form(pdf, "", Ref=reference)})


@defect("X063")
def postscript(pdf: pikepdf.Pdf) -> None:
    made = pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name.PS)
    add(pdf, "", XObject={"Ps9": made})


@defect("X064")
def opi(pdf: pikepdf.Pdf) -> None:
    add(pdf, "", XObject={"Fm9": form(pdf, "", OPI=Dictionary())})


@defect("X065")
def alternate_picture(pdf: pikepdf.Pdf) -> None:
    made = picture(pdf)
    other = Dictionary(Image=picture(pdf), DefaultForPrinting=True)
    made["/Alternates"] = Array([other])
    add(pdf, "", XObject={"Im9": made})


@defect("X067", "X-1a")
def sixteen_bits_in_x_1a(pdf: pikepdf.Pdf) -> None:
    sixteen_bits(pdf)


@defect("X066")
def sixteen_bits(pdf: pikepdf.Pdf) -> None:
    made = pdf.make_stream(
        bytes([90, 0]) * 150 * 150,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=150,
        Height=150,
        BitsPerComponent=16,
        ColorSpace=Name.DeviceGray,
    )
    add(pdf, "q 36 0 0 36 60 60 cm /Im9 Do Q", XObject={"Im9": made})


def note(pdf: pikepdf.Pdf, subtype: str, rect: list[float], **entries: Any) -> None:
    annotation = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array(rect))
    for key, value in entries.items():
        annotation[f"/{key}"] = value
    pdf.pages[1].obj["/Annots"] = Array([pdf.make_indirect(annotation)])


@defect("X070")
def link(pdf: pikepdf.Pdf) -> None:
    note(pdf, "Link", [60, 60, 100, 80])


@defect("X070")
def printer_mark_within_the_trim(pdf: pikepdf.Pdf) -> None:
    note(pdf, "PrinterMark", [60, 60, 100, 80])


@defect("X071")
def open_action(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@defect("X071")
def javascript(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/Names"] = Dictionary(JavaScript=Dictionary(Names=Array([])))


@defect("X071")
def action_beside_the_page(pdf: pikepdf.Pdf) -> None:
    note(pdf, "Link", [1, 1, 3, 3], A=Dictionary(S=Name.URI, URI=String("https://example.org")))


@defect("X071")
def base_of_links(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/URI"] = Dictionary(Base=String("https://example.org"))


@defect("X072")
def acro_form(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([]))


@defect("X073")
def attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"attached"


@defect("X074")
def view_clip(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/ViewerPreferences"] = Dictionary(PrintClip=Name.TrimBox)


def layers(pdf: pikepdf.Pdf, **default: Any) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Guides")))
    set_up = Dictionary(Name=String("Default"), Order=Array([group]))
    for key, value in default.items():
        set_up[f"/{key}"] = value
    if default.get("Name") == "":
        del set_up["/Name"]
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([group]), D=set_up)


@defect("X075", "X-1a")
def layers_in_x_1a(pdf: pikepdf.Pdf) -> None:
    layers(pdf)


@defect("X076")
def layers_that_switch(pdf: pikepdf.Pdf) -> None:
    layers(pdf, AS=Array([]))


@defect("X076")
def layers_without_a_name(pdf: pikepdf.Pdf) -> None:
    layers(pdf, Name="")


@defect("X076")
def layers_not_listed(pdf: pikepdf.Pdf) -> None:
    layers(pdf, Order=Array([]))


@defect("X080")
def transfer_function(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Tr gs", ExtGState={"Tr": Dictionary(TR=Name.Identity)})


@defect("X080")
def transfer_function_2(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Tr gs", ExtGState={"Tr": Dictionary(TR2=Name.Identity)})


@defect("X081")
def halftone_type(pdf: pikepdf.Pdf) -> None:
    halftone = Dictionary(Type=Name.Halftone, HalftoneType=6, Width=1, Height=1)
    add(pdf, "/Ht gs", ExtGState={"Ht": Dictionary(HT=halftone)})


@defect("X081")
def halftone_phase(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Ht gs", ExtGState={"Ht": Dictionary(HTP=Array([0, 0]))})


@defect("X082")
def rendering_intent(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Pretty ri")


@defect("X146")
def hidden_layer(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Guides")))
    set_up = Dictionary(Name=String("Default"), Order=Array([layer]), OFF=Array([layer]))
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=set_up)
    content = "/OC /Guides BDC 1 0 0 rg 60 60 20 20 re f EMC"
    add(pdf, content, Properties={"Guides": layer})
