"""Figures of an order against press files that were changed behind its back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from koubei_pdf.handoff.comparing import compare, spine_of
from koubei_pdf.handoff.measured import Measured
from koubei_pdf.handoff.package import Source
from koubei_pdf.model.content import Issue, Run
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.geometry import mm
from koubei_pdf.model.printing import Part, PrintOrder, Stated

from ..checks.defects import add
from ..checks.good_pdf import good_pdf, saved
from .conftest import Tamper, measured

HERE = Span("issue.yaml", 9, 9)


def codes(issue: Issue, file: Measured) -> list[str]:
    return [fault.rule.code for fault in compare(issue, file)]


def with_order(issue: Issue, **changes: Any) -> Issue:
    assert issue.order is not None
    return replace(issue, order=replace(issue.order, **changes))


def part(inks: tuple[int, int], *spots: str) -> Part:
    runs = tuple(Run(spot, HERE) for spot in spots)
    return Part(HERE, Run("纸", HERE), 80, Stated(inks, HERE), runs)


def test_a_file_as_ordered(source: Source, tampered: Tamper) -> None:
    assert codes(*tampered(lambda pdf: None)) == []


def test_pages(tampered: Tamper) -> None:
    def drop(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[2:4]

    issue, file = tampered(drop)
    (fault,) = compare(issue, file)
    assert fault.rule.code == "H002"
    assert fault.facts == {"stated": "8", "found": "6"}
    assert issue.order is not None
    assert issue.order.pages is not None
    assert fault.span == issue.order.pages.span
    assert fault.span.line > 1


def test_trim(tampered: Tamper) -> None:
    def widen(pdf: pikepdf.Pdf) -> None:
        for index in (1, 2, 5):
            box = [float(edge) for edge in pdf.pages[index].TrimBox]
            pdf.pages[index].TrimBox = Array([*box[:2], box[2] - mm(2), box[3]])

    (fault,) = compare(*tampered(widen))
    assert fault.rule.code == "H007"
    assert fault.facts == {"pages": "2–3, 6", "found": "208 × 285", "stated": "210 × 285"}


def test_inks(tampered: Tamper) -> None:
    """The cover's inner pages are emptied but for black, the inside as well."""

    def blacken(pdf: pikepdf.Pdf) -> None:
        for index in (1, 2, 3, 4, 5, 6):
            page = pdf.pages[index]
            page.Contents = pdf.make_stream(b"0 0 0 1 k 100 100 50 50 re f")

    issue, file = tampered(blacken)
    cover, inside = compare(issue, file)
    assert (cover.rule.code, inside.rule.code) == ("H003", "H003")
    assert cover.facts["found"] == "4+1"
    assert cover.facts["plates"] == "1, 8: C M Y K; 2, 7: K"
    assert inside.facts["found"] == "1+1"
    assert inside.facts["plates"] == "3–6: K"
    ordered = with_order(issue, cover=part((4, 1)), inside=part((1, 1)))
    assert codes(ordered, file) == []
    assert codes(with_order(ordered, cover=part((1, 4))), file) == ["H003"]
    # Which pages of the inside are the front of a sheet is for imposition to say.
    assert codes(with_order(ordered, inside=part((1, 0))), file) == []


def test_spots(tampered: Tamper) -> None:
    def gild(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[3]
        function = Dictionary(
            FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.2, 0.6, 0.2], N=1
        )
        space = Array([Name.Separation, Name("/Gold 1"), Name.DeviceCMYK, function])
        page.Resources = Dictionary(ColorSpace=Dictionary(Au=space))
        page.Contents = pdf.make_stream(
            b"1 1 1 1 k 99 99 9 9 re f /Au cs 1 scn 100 100 50 50 re f 0 scn 300 300 9 9 re f"
        )

    issue, file = tampered(gild)
    (missing,) = compare(issue, file)
    assert missing.rule.code == "H004"
    assert missing.facts == {"part": "inside", "name": "Gold 1", "pages": "4"}
    assert codes(with_order(issue, inside=part((4, 4), "Gold 1")), file) == []
    both = with_order(issue, cover=part((4, 4), "Gold 1"), inside=part((4, 4), "Gold 1"))
    (unused,) = compare(both, file)
    assert unused.rule.code == "H005"
    assert unused.span == HERE


def test_what_is_cut_off_or_white_prints_nothing(source: Source, tampered: Tamper) -> None:
    """Marks and the slug line use all plates, the one of registration included."""

    def empty(pdf: pikepdf.Pdf) -> None:
        pdf.pages[3].Contents = pdf.make_stream(
            b"0 0 0 0 k 100 100 50 50 re f 1 1 1 1 k 0 0 5 5 re f"
        )

    _, file = tampered(empty)
    assert file.plates[3] == ()
    assert file.printed([4]).process == ()


def test_a_self_cover_is_of_the_inside(tampered: Tamper) -> None:
    def blacken(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(b"0 0 0 1 k 100 100 50 50 re f")

    issue, file = tampered(blacken)
    assert codes(with_order(issue, cover=None, inside=part((1, 1))), file) == []
    (fault,) = compare(with_order(issue, cover=None), file)
    assert fault.facts["plates"] == "1–8: K"


@pytest.mark.parametrize(
    ("stated", "caliper", "found"),
    [(0.6, 0.12, []), (0.7, 0.12, []), (0.8, 0.12, ["H006"]), (2.0, 1.0, []), (0.6, None, [])],
)
def test_spine(tampered: Tamper, stated: float, caliper: float | None, found: list[str]) -> None:
    """Eight pages have two leaves inside the cover."""
    issue, file = tampered(lambda pdf: None)
    assert issue.order is not None
    inside = replace(issue.order.inside, caliper=None if caliper is None else mm(caliper))
    bound = with_order(
        issue, binding=Stated("perfect", HERE), inside=inside, spine=Stated(mm(stated), HERE)
    )
    assert codes(bound, file) == found
    assert bound.order is not None
    assert spine_of(bound.order, 100, mm(0.1)) == pytest.approx(48 * mm(caliper or 0.1))


def test_no_order_is_a_warning(tampered: Tamper) -> None:
    issue, file = tampered(lambda pdf: None)
    (told,) = compare(replace(issue, order=None), file)
    assert told.rule.code == "H001"
    assert not told.is_error


def test_measured_of_a_file_by_others(source: Source) -> None:
    pdf = good_pdf()
    add(pdf, "1 0 0 rg 60 60 20 20 re f")
    data = saved(pdf)
    file = measured(data, source.issue.press)
    assert file.pages == len(pdf.pages)
    assert file.trims[0] == pytest.approx((mm(90), mm(120)), abs=0.01)
    assert file.bleed == pytest.approx(mm(3), abs=0.01)
    assert file.whole.process == ("C", "M", "Y", "K")
    assert file.whole.spots == ("Orange",)
    assert file.standard == "PDF/X-4"
    assert [side.pages for side in file.cover] == [(1, 4), (2, 3)]
    assert file.inside.pages == ()


def test_the_order_names_every_place(source: Source) -> None:
    order = source.issue.order
    assert isinstance(order, PrintOrder)
    assert order.quantity == 12500
    lines = (source.root / "issue.yaml").read_text(encoding="utf-8").splitlines()
    assert order.cover is not None
    for run in (order.cover.paper, order.inside.paper, order.delivery.date, *order.cover.finishing):
        assert run is not None
        line = lines[run.span.line - 1]
        assert line[run.span.column - 1 :].startswith(run.text)
