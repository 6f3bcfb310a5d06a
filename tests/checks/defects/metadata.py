"""Defects of metadata and the output intent."""

from __future__ import annotations

import pikepdf
from pikepdf import Dictionary, Name, String

from koubei_pdf import shipped

from ..good_pdf import good_pdf
from .making import defect, intent, xmp


@defect("X030")
def no_title(pdf: pikepdf.Pdf) -> None:
    del pdf.trailer.Info["/Title"]


@defect("X031", "X-1a")
def date_without_zone(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/ModDate"] = String("D:20230301090000")


@defect("X031", "X-1a")
def date_in_no_calendar(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/ModDate"] = String("D:20231301090000+08'00'")


@defect("X031", "X-3")
def date_in_no_zone(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/CreationDate"] = String("D:20230301090000+08'75'")


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


@defect("X038")
def claims_of_x_4_and_x_4p(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/GTS_PDFXVersion"] = String("PDF/X-4")
    xmp(pdf, "GTS_PDFXVersion>PDF/X-4<", "GTS_PDFXVersion>PDF/X-4p<")


@defect("X038")
def claims_of_x_4p_and_x_4(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info["/GTS_PDFXVersion"] = String("PDF/X-4p")


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


@defect("X045")
def profile_of_version_5(pdf: pikepdf.Pdf) -> None:
    data = bytearray(intent(pdf).DestOutputProfile.read_bytes())
    data[8] = 5
    intent(pdf)["/DestOutputProfile"] = pdf.make_stream(bytes(data), N=4)


@defect("X045", "X-3")
def profile_of_version_5_in_x_3(pdf: pikepdf.Pdf) -> None:
    profile_of_version_5(pdf)


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
    data = (shipped.folder("layouts") / "press" / "FOGRA28L_web_300.icc").read_bytes()
    intent(pdf)["/DestOutputProfile"] = pdf.make_stream(data, N=4)
    intent(pdf)["/OutputConditionIdentifier"] = String("FOGRA28")


def described(data: bytes, text: str) -> bytes:
    """An ICC profile whose description, as long as before, says something else."""
    at = data.index(b"desc", 132 + 12 * int.from_bytes(data[128:132], "big"))
    size = int.from_bytes(data[at + 8 : at + 12], "big")
    said = text.encode("ascii").ljust(size, b"\0")
    assert len(said) == size
    data = data[: at + 12] + said + data[at + 12 + size :]
    wide = "FOGRA39L Coated".encode("utf-16-be")
    return data.replace(wide, b"\0" * len(wide))


@defect("X142")
def profile_of_another_condition(pdf: pikepdf.Pdf) -> None:
    data = (shipped.folder("layouts") / "press" / "FOGRA29L_uncoated_280.icc").read_bytes()
    intent(pdf)["/DestOutputProfile"] = pdf.make_stream(data, N=4)


@defect("X142")
def profile_that_calls_itself_fogra51(pdf: pikepdf.Pdf) -> None:
    data = described(intent(pdf).DestOutputProfile.read_bytes(), "PSOcoated_v3")
    intent(pdf)["/DestOutputProfile"] = pdf.make_stream(data, N=4)


@defect("X143")
def nameless_profile_of_other_colours(pdf: pikepdf.Pdf) -> None:
    data = (shipped.folder("layouts") / "press" / "FOGRA29L_uncoated_280.icc").read_bytes()
    data = described(data, "House profile")
    intent(pdf)["/DestOutputProfile"] = pdf.make_stream(data, N=4)
