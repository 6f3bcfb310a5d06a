"""Ticket and report as pages: nothing is lost, whatever the judgement holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pypdfium2
import pytest

from koubei_pdf.checks.findings import Finding, grouped
from koubei_pdf.checks.judging import Judgement, judge
from koubei_pdf.checks.rules import RULES
from koubei_pdf.handoff.font_list import fonts_of
from koubei_pdf.handoff.look import HEIGHT, TEXT, TOP, WIDTH, Typesetter
from koubei_pdf.handoff.measured import measure
from koubei_pdf.handoff.package import Source
from koubei_pdf.handoff.papers import Part, paged, paper
from koubei_pdf.handoff.pieces import Drawn, Piece, fill, rule, space, stack
from koubei_pdf.handoff.report_sheet import ReportSheet
from koubei_pdf.model.book import Fill, GlyphRun
from koubei_pdf.model.content import Run
from koubei_pdf.model.diagnostics import Lang, Span
from koubei_pdf.model.style import BLACK

from ..checks.defects import add
from ..checks.good_pdf import good_pdf, saved

BOX = Piece(HEIGHT / 4, (fill(0, 0, 10, 10, BLACK),))


@pytest.fixture(scope="module")
def setter(source: Source) -> Typesetter:
    return Typesetter(source.issue.house, source.root)


def heads(pages: Sequence[tuple[Drawn, ...]]) -> list[int]:
    return [len(page) for page in pages]


def test_rows_go_down_as_many_pages_as_they_take() -> None:
    head = rule(WIDTH, HEIGHT / 8, BLACK)
    parts = [Part(head, [BOX] * 9), Part(BOX)]
    pages = paged(parts, lambda page: rule(WIDTH, 10, BLACK))
    # The part's head and three rows; then what heads the page, the part's head and three rows.
    assert heads(pages) == [1 + 3, 2 + 3, 2 + 3, 1 + 1]
    firsts = [page[0] for page in pages]
    assert [item.rect.y0 for item in firsts if isinstance(item, Fill)] == [TOP] * 4


def test_a_head_never_stands_alone_at_the_foot() -> None:
    head = rule(WIDTH, HEIGHT / 8, BLACK)
    parts = [Part(space(HEIGHT * 0.8)), Part(head, [BOX])]
    assert heads(paged(parts, lambda page: space(10))) == [0, 2]


def test_a_row_higher_than_a_page_stands_on_its_own() -> None:
    parts = [Part(space(0), [BOX, Piece(HEIGHT * 2, BOX.items), BOX])]
    assert heads(paged(parts, lambda page: space(0))) == [1, 1, 1]


def test_stacked_pieces_are_as_high_as_all_of_them() -> None:
    assert stack([BOX, BOX.padded(3, 4)]).height == pytest.approx(HEIGHT / 2 + 7)


def said(items: Sequence[Drawn]) -> str:
    return "".join(item.text for item in items if isinstance(item, GlyphRun))


def test_text_is_set_whole_within_its_width(setter: Typesetter) -> None:
    text = "付印文件的总墨量 total ink 不超过 300%，" * 9
    piece = setter.set(text, TEXT, 120)
    assert said(piece.items).replace(" ", "") == text.replace(" ", "")
    assert piece.height > 5 * TEXT.leading
    for item in piece.items:
        assert isinstance(item, GlyphRun)
        assert item.x < 120
        assert 0 <= item.y <= piece.height


def test_what_no_face_has(setter: Typesetter) -> None:
    """The program's own texts show a mark; those of the issue are faults with their place."""
    assert said(setter.set("甲\U0002ffff乙", TEXT).items) == "甲〓乙"
    assert setter.faults == []
    setter.set(Run("甲\n乙\U0002ffff", Span("issue.yaml", 3, 5)), TEXT)
    (fault,) = setter.faults
    assert (fault.rule.code, fault.span[:2]) == ("F003", ("issue.yaml", 3))
    setter.faults.clear()


def report(source: Source, judged: Judgement, data: bytes, lang: Lang) -> str:
    setter = Typesetter(source.issue.house, source.root)
    assert judged.document is not None
    file = measure(data, "judged.pdf", judged)
    fonts = fonts_of(judged.document, source.shelf)
    sheet = ReportSheet(judged, file, source.issue.press, fonts, setter, lang)
    pages = paged(sheet.parts(), sheet.head)
    with pypdfium2.PdfDocument(paper(pages, "x", source.issue, setter, source.job)) as document:
        assert len(document) == len(pages)
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize(("lang", "verdict"), [("zh", "不能付印"), ("en", "Not fit to print")])
def test_a_file_that_cannot_be_printed(source: Source, lang: Lang, verdict: str) -> None:
    pdf = good_pdf()
    add(pdf, "1 0 0 rg 60 60 20 20 re f 1 1 1 1 k 90 60 40 40 re f")
    data = saved(pdf)
    judged = judge(data, source.issue.press)
    text = squeezed(report(source, judged, data, lang))
    assert squeezed(verdict) in text
    for group in judged.groups:
        assert group.rule.code in text
        assert squeezed(group.message(lang)) in text
        assert squeezed(group.help(lang, own=True)) in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_of_preflight_finds_its_place(source: Source, lang: Lang) -> None:
    """All of them at once, on many pages: the report has as many pages as they take."""
    data = saved(good_pdf())
    judged = judge(data, source.issue.press, ink=False)
    findings = [
        Finding(rule, dict.fromkeys(facts(rule.message.zh) | facts(rule.help.zh), "7"), page)
        for rule in RULES
        for page in (1, 3)
    ]
    told = Judgement(tuple(grouped(findings)), judged.document, None)
    text = squeezed(report(source, told, data, lang))
    for group in told.groups:
        assert group.rule.code in text
        assert squeezed(group.message(lang)) in text


def facts(sentence: str) -> set[str]:
    return set(re.findall(r"{(\w+)", sentence))


def squeezed(text: str) -> str:
    """Without what lines break at; a hyphen may stand where a word was divided."""
    return re.sub(r"[\s\u00ad\u0002\ufffe-]", "", text)
