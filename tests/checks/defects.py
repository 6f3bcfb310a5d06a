"""Defects, one each: what is done to the good file, and the code that must say so."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from koubei_pdf import shipped

from .good_pdf import (
    BLEED,
    MM,
    TRIM,
    composite_font,
    glyphs,
    good_pdf,
    gradient,
    picture,
    saved,
    spot,
)

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


# -- structure ------------------------------------------------------------------------------


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


# -- metadata and intent --------------------------------------------------------------------


@defect("X030")
def no_title(pdf: pikepdf.Pdf) -> None:
    del pdf.trailer.Info["/Title"]


@defect("X031", "X-1a")
def date_without_zone(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/ModDate"] = String("D:20230301090000")


@defect("X032", "X-1a")
def trapped_unknown(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/Trapped"] = Name("/Unknown")


@defect("X032")
def trapped_missing(pdf: pikepdf.Pdf) -> None:
    del pdf.trailer.Info["/Trapped"]


@defect("X033", "X-1a")
def no_claim(pdf: pikepdf.Pdf) -> None:
    del pdf.trailer.Info["/GTS_PDFXVersion"]
    said = b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
    other = good_pdf("X-4")
    data = other.Root.Metadata.read_bytes().replace(said, b"")
    pdf.Root["/Metadata"] = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


@defect("X035")
def xmp_broken(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/GTS_PDFXVersion"] = String("PDF/X-4")
    xmp(pdf, "</rdf:Description>", "")


@defect("X035")
def xmp_missing(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/GTS_PDFXVersion"] = String("PDF/X-4")
    del pdf.Root["/Metadata"]


@defect("X036")
def version_in_info_alone(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/GTS_PDFXVersion"] = String("PDF/X-4")
    xmp(pdf, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "")


@defect("X037")
def no_document_id(pdf: pikepdf.Pdf) -> None:
    xmp(pdf, "<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>", "")


@defect("X038")
def titles_differ(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/Title"] = String("Other")


@defect("X038")
def dates_differ(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/ModDate"] = String("D:20230301090001+08'00'")


@defect("X040")
def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


@defect("X040")
def two_intents(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(Dictionary(dict(intent(pdf).items())))


@defect("X041")
def no_condition(pdf: pikepdf.Pdf) -> None:
    del intent(pdf)["/OutputConditionIdentifier"]


@defect("X042")
def no_registry(pdf: pikepdf.Pdf) -> None:
    del intent(pdf)["/RegistryName"]
    del intent(pdf)["/Info"]


@defect("X043")
def no_profile(pdf: pikepdf.Pdf) -> None:
    del intent(pdf)["/DestOutputProfile"]


@defect("X044")
def rgb_profile(pdf: pikepdf.Pdf) -> None:
    data = (shipped.folder("layouts") / "press" / "sRGB.icc").read_bytes()
    intent(pdf)["/DestOutputProfile"] = pdf.make_stream(data, N=3)


@defect("X044")
def cut_profile(pdf: pikepdf.Pdf) -> None:
    data = intent(pdf).DestOutputProfile.read_bytes()
    intent(pdf)["/DestOutputProfile"] = pdf.make_stream(data[:-7], N=4)


@defect("X044")
def wrong_channels(pdf: pikepdf.Pdf) -> None:
    intent(pdf).DestOutputProfile["/N"] = 3


@defect("X045", "X-1a")
def profile_of_version_4(pdf: pikepdf.Pdf) -> None:
    data = bytearray(intent(pdf).DestOutputProfile.read_bytes())
    data[8] = 4
    intent(pdf)["/DestOutputProfile"] = pdf.make_stream(bytes(data), N=4)


@defect("X046")
def pdf_a_intent_with_another_profile(pdf: pikepdf.Pdf) -> None:
    data = (shipped.folder("layouts") / "press" / "sRGB.icc").read_bytes()
    other = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        DestOutputProfile=pdf.make_stream(data, N=3),
    )
    pdf.Root.OutputIntents.append(other)


@defect("X047")
def other_condition(pdf: pikepdf.Pdf) -> None:
    intent(pdf)["/OutputConditionIdentifier"] = String("CGATS TR 006")


# -- pages ----------------------------------------------------------------------------------


@damage("X050")
def media_box_inherited(data: bytes) -> bytes:
    box = re.search(rb"/MediaBox (\[.*?\])", data, re.DOTALL)
    assert box is not None
    at = data.rindex(b"/MediaBox")
    data = data[:at] + data[at:].replace(b"/MediaBox", b"/MediaB0x", 1)
    data = data.replace(b"/Type /Pages", b"/Type /Pages /MediaBox " + box[1])
    return with_new_offsets(data)


def with_new_offsets(data: bytes) -> bytes:
    """The file with offsets that fit its bytes again."""
    offsets = {int(found[1]): found.start(1) for found in re.finditer(rb"(?m)^(\d+) 0 obj", data)}
    start = data.rindex(b"xref\n0 ")
    trailer = data[data.index(b"trailer", start) : data.index(b"startxref", start)]
    rows = [b"0000000000 65535 f \n"]
    rows += [b"%010d 00000 n \n" % offsets[number] for number in sorted(offsets)]
    table = b"xref\n0 %d\n" % (len(offsets) + 1) + b"".join(rows) + trailer
    return data[:start] + table + b"startxref\n%d\n%%%%EOF\n" % start


@defect("X051")
def trim_and_art_box(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].obj["/ArtBox"] = Array(list(TRIM))


@defect("X051")
def no_trim_box(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page.obj["/TrimBox"]
        page.obj["/MediaBox"] = page.obj.BleedBox


@defect("X052")
def trim_beyond_bleed(pdf: pikepdf.Pdf) -> None:
    box = list(BLEED)
    pdf.pages[2].obj["/BleedBox"] = Array([box[0] + 5 * MM, *box[1:]])


@defect("X052")
def crop_within_trim(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].obj["/CropBox"] = Array([TRIM[0] + 5, *TRIM[1:]])


@defect("X053")
def user_unit(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/UserUnit"] = 2


@defect("X054")
def rotated(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Rotate"] = 90


@defect("X055")
def transition(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Trans"] = Dictionary(S=Name.Dissolve)


@defect("X055")
def page_action(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/AA"] = Dictionary()


@defect("X056")
def other_size(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[3].obj
    page["/TrimBox"] = Array([TRIM[0], TRIM[1], TRIM[2], TRIM[3] - 2 * MM])


@defect("X057")
def too_little_bleed(pdf: pikepdf.Pdf) -> None:
    box = [TRIM[0] - 2 * MM, TRIM[1] - 2 * MM, TRIM[2] + 2 * MM, TRIM[3] + 2 * MM]
    for page in pdf.pages:
        page.obj["/BleedBox"] = Array(box)


@defect("X058")
def five_pages(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


# -- features -------------------------------------------------------------------------------


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


# -- colours, transparency, overprint -------------------------------------------------------


@defect("X090")
def spot_on_rgb(pdf: pikepdf.Pdf) -> None:
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 1, 1]), C1=Array([1, 0, 0]), N=1
    )
    space = pdf.make_indirect(Array([Name.Separation, Name("/Red"), Name.DeviceRGB, tint]))
    add(pdf, "/Red cs 1 scn 60 60 20 20 re f", ColorSpace={"Red": space})


@defect("X091")
def rgb_area(pdf: pikepdf.Pdf) -> None:
    add(pdf, "1 0 0 rg 60 60 20 20 re f")


@defect("X091")
def rgb_text(pdf: pikepdf.Pdf) -> None:
    add(pdf, "1 0 0 rg " + text())


@defect("X091")
def rgb_picture(pdf: pikepdf.Pdf) -> None:
    made = picture(pdf, mode="RGB")
    add(pdf, "q 36 0 0 36 60 60 cm /Im9 Do Q", XObject={"Im9": made})


@defect("X091")
def rgb_inline_picture(pdf: pikepdf.Pdf) -> None:
    add(pdf, "q 3 0 0 3 60 60 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q")


@defect("X091")
def rgb_gradient(pdf: pikepdf.Pdf) -> None:
    made = gradient()
    made["/ColorSpace"] = Name.DeviceRGB
    made["/Function"]["/C0"] = Array([1, 0, 0])
    made["/Function"]["/C1"] = Array([0, 1, 0])
    add(pdf, "q 60 60 20 20 re W n /Sh9 sh Q", Shading={"Sh9": made})


@defect("X091")
def rgb_in_a_pattern(pdf: pikepdf.Pdf) -> None:
    cell = pdf.make_stream(b"1 0 0 rg 0 0 5 5 re f")
    for key, value in {
        "PatternType": 1,
        "PaintType": 1,
        "TilingType": 1,
        "BBox": Array([0, 0, 10, 10]),
        "XStep": 10,
        "YStep": 10,
        "Resources": Dictionary(),
    }.items():
        cell[f"/{key}"] = value
    add(pdf, "/Pattern cs /P9 scn 60 60 40 40 re f", Pattern={"P9": cell})


@defect("X091")
def rgb_in_a_form(pdf: pikepdf.Pdf) -> None:
    inner = form(pdf, "0 1 0 rg 0 0 20 20 re f")
    outer = form(pdf, "/In Do", Resources=Dictionary(XObject=Dictionary(In=inner)))
    add(pdf, "q 1 0 0 1 60 60 cm /Out Do Q", XObject={"Out": outer})


@defect("X091")
def rgb_index(pdf: pikepdf.Pdf) -> None:
    made = picture(pdf, mode="L")
    made["/ColorSpace"] = Array([Name.Indexed, Name.DeviceRGB, 255, String("abc" * 256)])
    add(pdf, "q 36 0 0 36 60 60 cm /Im9 Do Q", XObject={"Im9": made})


@defect("X092", "X-1a")
def lab_area(pdf: pikepdf.Pdf) -> None:
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    add(pdf, "/L cs 50 10 10 scn 60 60 20 20 re f", ColorSpace={"L": lab})


@defect("X093")
def profiled_cmyk(pdf: pikepdf.Pdf) -> None:
    space = Array([Name.ICCBased, intent(pdf).DestOutputProfile])
    add(pdf, "/I cs 0.5 0.1 0.1 0 scn 60 60 20 20 re f", ColorSpace={"I": space})


@defect("X094")
def two_oranges(pdf: pikepdf.Pdf) -> None:
    other = spot(pdf, "Orange", (0.0, 0.7, 1.0, 0.0))
    add(pdf, "/O cs 1 scn 60 60 20 20 re f", ColorSpace={"O": other})


@defect("X095")
def colorant_not_listed(pdf: pikepdf.Pdf) -> None:
    tint = pdf.make_stream(
        b"{pop pop 0 0 0 0}", FunctionType=4, Domain=Array([0, 1, 0, 1]), Range=Array([0, 1] * 4)
    )
    names = Array([Name("/Black"), Name("/Orange")])
    space = pdf.make_indirect(Array([Name.DeviceN, names, Name.DeviceCMYK, tint]))
    add(pdf, "/N cs 0.5 0.5 scn 60 60 20 20 re f", ColorSpace={"N": space})


@defect("X096")
def registration_colour(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Reg cs 0.5 scn 60 60 20 20 re f")


@defect("X097")
def picture_without_a_space(pdf: pikepdf.Pdf) -> None:
    made = picture(pdf, mode="L")
    del made["/ColorSpace"]
    add(pdf, "q 36 0 0 36 60 60 cm /Im9 Do Q", XObject={"Im9": made})


@defect("X098")
def profiled_rgb(pdf: pikepdf.Pdf) -> None:
    data = (shipped.folder("layouts") / "press" / "sRGB.icc").read_bytes()
    space = Array([Name.ICCBased, pdf.make_stream(data, N=3)])
    add(pdf, "/I cs 0.5 0.1 0.1 scn 60 60 20 20 re f", ColorSpace={"I": space})


@defect("X098")
def lab_in_x_4(pdf: pikepdf.Pdf) -> None:
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    add(pdf, "/L cs 50 10 10 scn 60 60 20 20 re f", ColorSpace={"L": lab})


@defect("X099")
def cmyk_of_another_condition(pdf: pikepdf.Pdf) -> None:
    data = bytearray(intent(pdf).DestOutputProfile.read_bytes())
    data[24] += 1  # the year in which it was made
    space = Array([Name.ICCBased, pdf.make_stream(bytes(data), N=4)])
    add(pdf, "/I cs 0.5 0.1 0.1 0 scn 60 60 20 20 re f", ColorSpace={"I": space})


@defect("X110", "X-1a")
def alpha(pdf: pikepdf.Pdf) -> None:
    state = Dictionary(ca=0.5)
    add(pdf, "/A gs 0 1 0 0 k 60 60 20 20 re f", ExtGState={"A": state})


@defect("X110", "X-3")
def blend_mode(pdf: pikepdf.Pdf) -> None:
    state = Dictionary(BM=Name.Multiply)
    add(pdf, "/A gs 0 1 0 0 k 60 60 20 20 re f", ExtGState={"A": state})


@defect("X110", "X-1a")
def masked_picture(pdf: pikepdf.Pdf) -> None:
    made = picture(pdf)
    made["/SMask"] = picture(pdf, mode="L")
    add(pdf, "q 36 0 0 36 60 60 cm /Im9 Do Q", XObject={"Im9": made})


@defect("X110", "X-1a")
def page_group(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Group"] = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


@defect("X111")
def rgb_group(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Group"] = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


@defect("X112")
def transparent_without_a_group(pdf: pikepdf.Pdf) -> None:
    state = Dictionary(ca=0.5)
    add(pdf, "/A gs 0 1 0 0 k 60 60 20 20 re f", ExtGState={"A": state})


@defect("X120")
def white_overprints(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Over gs 0 0 0 0 k " + text())


@defect("X121")
def black_knocks_out(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 k " + text())


@defect("X122")
def grey_overprints(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Over gs 0 g " + text())


@defect("X123")
def overprint_mode_0(pdf: pikepdf.Pdf) -> None:
    state = Dictionary(OP=True, op=True, OPM=0)
    add(pdf, "/O0 gs 0 0 0 1 k " + text(), ExtGState={"O0": state})


# -- fonts ----------------------------------------------------------------------------------


def helvetica() -> Any:
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
    )


@defect("X100")
def font_not_embedded(pdf: pikepdf.Pdf) -> None:
    font_9 = pdf.make_indirect(helvetica())
    add(pdf, "/Over gs 0 0 0 1 k BT /F9 12 Tf 60 280 Td (a) Tj ET", Font={"F9": font_9})


@defect("X101")
def unused_helvetica(pdf: pikepdf.Pdf) -> None:
    add(pdf, "", Font={"F9": pdf.make_indirect(helvetica())})


@defect("X102")
def widths_differ(pdf: pikepdf.Pdf) -> None:
    below = font(pdf).DescendantFonts[0]
    below["/W"] = Array([0, Array([990] * len(below.W[1]))])


@defect("X103")
def no_glyph_map(pdf: pikepdf.Pdf) -> None:
    del font(pdf).DescendantFonts[0]["/CIDToGIDMap"]


@defect("X104")
def no_to_unicode(pdf: pikepdf.Pdf) -> None:
    del font(pdf)["/ToUnicode"]


@defect("X105")
def notdef_shown(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Over gs 0 0 0 1 k BT /F1 12 Tf 60 280 Td <0000> Tj ET")


@defect("X106")
def type_3(pdf: pikepdf.Pdf) -> None:
    glyph = pdf.make_stream(b"500 0 0 0 400 700 d1 0 0 400 700 re f")
    made = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        Name=Name.Drawn,
        FontBBox=Array([0, 0, 500, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=glyph),
        Encoding=Dictionary(Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([500]),
        Resources=Dictionary(),
    )
    font_9 = pdf.make_indirect(made)
    add(pdf, "/Over gs 0 0 0 1 k BT /F9 12 Tf 60 280 Td (a) Tj ET", Font={"F9": font_9})


@defect("X107")
def unused_font(pdf: pikepdf.Pdf) -> None:
    add(pdf, "", Font={"F9": composite_font(pdf)})


@defect("X108")
def broken_font(pdf: pikepdf.Pdf) -> None:
    font(pdf).DescendantFonts[0].FontDescriptor["/FontFile2"] = pdf.make_stream(b"no font at all")


# -- the press ------------------------------------------------------------------------------


@defect("X130")
def too_much_ink(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.9 0.8 0.8 0.9 k 60 60 20 20 re f")


@defect("X130")
def too_much_ink_by_overprint(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.9 0.8 0.8 0 k 60 60 20 20 re f /Over gs 0 0 0 1 k 60 60 20 20 re f")


@defect("X131")
def coarse_picture(pdf: pikepdf.Pdf) -> None:
    add(pdf, "q 72 0 0 72 60 60 cm /Im1 Do Q")


@defect("X132")
def thin_line(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 K 0.1 w 60 60 m 90 60 l S")


@defect("X132")
def thin_line_scaled(pdf: pikepdf.Pdf) -> None:
    add(pdf, "q 0.1 0 0 0.1 0 0 cm 0 0 0 1 K 1 w 600 600 m 900 600 l S Q")


@defect("X132")
def thin_rectangle(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 k 60 60 90 0.1 re f")


@defect("X132")
def thin_outline(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 k 60 60 m 150 60 l 150 60.1 l 60 60.1 l h f")


@defect("X132")
def thin_outline_that_comes_back(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 k 60 60 m 60 150 l 60.1 150 l 60.1 60 l 60 60 l f")


@defect("X132")
def thin_slanting_outline(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 k 60 60 m 150 90 l 150 90.1 l 60 60.1 l f*")


@defect("X132")
def thin_rectangle_turned(pdf: pikepdf.Pdf) -> None:
    add(pdf, "q 0.8 0.6 -0.6 0.8 60 60 cm 0 0 0 1 k 0 0 60 0.1 re f Q")


@defect("X132")
def text_of_thin_lines(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 K /Over gs 1 Tr 0.1 w " + text(size=14))


@defect("X132")
def thin_line_in_several_inks(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.5 0.5 0 0 K 0.3 w 60 60 m 90 60 l S")


@defect("X133")
def small_text(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Over gs 0 0 0 1 k " + text(size=4.5))


@defect("X134")
def small_reversed_text(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 0 k " + text(size=7))


@defect("X135")
def light_tint(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.01 0 0 0 k 60 60 20 20 re f")


@defect("X136")
def rich_black_text(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.6 0.4 0.4 1 k " + text())


@defect("X137")
def text_near_the_trim(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Over gs 0 0 0 1 k " + text(x=TRIM[0] + 2 * MM))


@defect("X138")
def area_short_of_bleed(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1].obj
    content = page.Contents.read_bytes()
    area = re.search(rb"[\d.]+ [\d.]+ [\d.]+ [\d.]+ re f Q", content)
    assert area is not None
    box = (TRIM[0], TRIM[1], TRIM[2] - TRIM[0], TRIM[3] - TRIM[1])
    short = "{:.3f} {:.3f} {:.3f} {:.3f} re f Q".format(*box).encode()
    page["/Contents"] = pdf.make_stream(content.replace(area[0], short))


@defect("X140")
def area_at_the_trim_on_a_tint(pdf: pikepdf.Pdf) -> None:
    x = TRIM[2] - 40
    add(pdf, f"0 0.8 0.4 0 k {x:.3f} 300 40 30 re f", page=2)


@defect("X141")
def line_near_the_trim(pdf: pikepdf.Pdf) -> None:
    without_tint(pdf, 2)
    x = TRIM[2] - 1.5 * MM
    add(pdf, f"0 0 0 1 K 1 w {x:.3f} 100 m {x:.3f} 300 l S", page=2)


@defect("X141")
def picture_near_the_trim(pdf: pikepdf.Pdf) -> None:
    without_tint(pdf, 2)
    y = TRIM[1] + 2 * MM
    add(pdf, f"q 36 0 0 36 60 {y:.3f} cm /Im1 Do Q", page=2)


def without_tint(pdf: pikepdf.Pdf, page: int) -> None:
    """Take the tint away that bleeds."""
    content = pdf.pages[page].obj.Contents.read_bytes()
    area = re.search(rb"[\d.]+ [\d.]+ [\d.]+ [\d.]+ re f Q", content)
    assert area is not None
    pdf.pages[page].obj["/Contents"] = pdf.make_stream(content.replace(area[0], b"Q", 1))


@defect("X139")
def unreadable_picture(pdf: pikepdf.Pdf) -> None:
    made = picture(pdf)
    made.write(b"no jpeg", filter=Name.DCTDecode)
    add(pdf, "q 36 0 0 36 60 60 cm /Im9 Do Q", XObject={"Im9": made})


def broken(name: str) -> bytes:
    """The good file with one defect."""
    _, standard, change, harm, options = DEFECTS[name]
    pdf = good_pdf(standard)
    if change is not None:
        change(pdf)
    data = saved(pdf, **options)
    return data if harm is None else harm(data)
