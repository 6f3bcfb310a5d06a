"""Defects of colours, transparency, overprint."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from koubei_pdf import shipped

from ..good_pdf import gradient, picture, spot, tile
from .making import add, defect, form, intent, text


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
    cell = tile(pdf, b"1 0 0 rg 0 0 5 5 re f")
    add(pdf, "/Pattern cs /P9 scn 60 60 40 40 re f", Pattern={"P9": cell})


@defect("X091")
def rgb_in_a_pattern_that_begins_off_the_page(pdf: pikepdf.Pdf) -> None:
    cell = tile(pdf, b"1 0 0 rg 0 0 5 5 re f")
    cell["/Matrix"] = Array([1, 0, 0, 1, -500, -500])
    add(pdf, "/Pattern cs /P9 scn 60 60 40 40 re f", Pattern={"P9": cell})


@defect("X091")
def rgb_in_a_pattern_in_a_mask(pdf: pikepdf.Pdf) -> None:
    cell = tile(pdf, b"1 0 0 rg 0 0 5 5 re f")
    mask = pdf.make_stream(bytes(8), Type=Name.XObject, Subtype=Name.Image, ImageMask=True)
    mask["/Width"] = mask["/Height"] = 8
    mask["/BitsPerComponent"] = 1
    content = "/Pattern cs /P9 scn q 4 0 0 4 60 60 cm /Im9 Do Q"
    add(pdf, content, Pattern={"P9": cell}, XObject={"Im9": mask})


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


@defect("X155")
def coloured_text_overprints_a_tint(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0.4 0.5 0 k 60 270 60 40 re f /Over gs 0.8 0.9 0 0 k " + text())


@defect("X155")
def coloured_panel_overprints_text(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].obj["/Contents"] = pdf.make_stream(b"")
    add(pdf, f"0 0 0 1 k {text()} /Over gs 0 0.6 0.9 0 k 50 270 60 40 re f", page=2)


@defect("X149")
def spot_spelt_in_two_ways(pdf: pikepdf.Pdf) -> None:
    names = {"A": "PANTONE 185 C", "B": "Pantone 185C"}
    spots = {key: spot(pdf, name) for key, name in names.items()}
    add(pdf, "/A cs 1 scn 60 60 9 9 re f /B cs 1 scn 70 60 9 9 re f", ColorSpace=spots)


@defect("X149")
def spot_of_two_books(pdf: pikepdf.Pdf) -> None:
    names = {"A": "PANTONE 185 C", "B": "PANTONE 185 CVC"}
    spots = {key: spot(pdf, name) for key, name in names.items()}
    add(pdf, "/A cs 1 scn 60 60 9 9 re f /B cs 1 scn 70 60 9 9 re f", ColorSpace=spots)
