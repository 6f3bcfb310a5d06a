"""ReportLab's platypus: two frames a page, CJK word wrap, registered TrueType faces."""

from html import escape

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
)

from benchmarks.peers import job as page
from benchmarks.peers.job import Job, job_from_command_line

FACES = {
    "Song": "NotoSerifSC-Regular",
    "Song-Black": "NotoSerifSC-Black",
    "Hei": "NotoSansSC-Regular",
    "Hei-Bold": "NotoSansSC-Bold",
}
LEFT = page.BLEED + page.SIDE
FOOT = page.BLEED + page.BOTTOM
HAIR = 0.01
"""Added to a frame, so that its 22 em and 39 lines are not lost to rounding."""

BODY = ParagraphStyle(
    "body",
    fontName="Song",
    fontSize=page.SIZE,
    leading=page.LEADING,
    firstLineIndent=2 * page.SIZE,
    alignment=TA_JUSTIFY,
    wordWrap="CJK",
    allowWidows=1,
    allowOrphans=1,
)
TITLE = ParagraphStyle(
    "title",
    fontName="Song-Black",
    fontSize=page.TITLE_SIZE,
    leading=page.TITLE_LEADING,
    wordWrap="CJK",
)


def frame(column: int, rows: float, width: float = page.MEASURE, above: float = 0) -> Frame:
    """Return a frame of so many rows, with so many rows of the type area above it."""
    return Frame(
        LEFT + column * (page.MEASURE + page.GAP),
        FOOT + (page.LINES - above - rows) * page.LEADING - HAIR,
        width + HAIR,
        rows * page.LEADING + HAIR,
        leftPadding=0,
        bottomPadding=0,
        rightPadding=0,
        topPadding=0,
    )


def templates(section: str) -> list[PageTemplate]:
    """Return a section's two pages: with a story's title, and without."""

    def head_and_folio(canvas: Canvas, _document: BaseDocTemplate) -> None:
        bleed, width, height = page.BLEED, page.TRIM_WIDTH, page.TRIM_HEIGHT
        canvas.setTrimBox((bleed, bleed, bleed + width, bleed + height))
        canvas.setBleedBox((0, 0, 2 * bleed + width, 2 * bleed + height))
        number = canvas.getPageNumber()
        odd = number % 2
        draw = canvas.drawRightString if odd else canvas.drawString
        x = LEFT + page.TYPE_WIDTH if odd else LEFT
        canvas.setFont("Hei", page.HEAD_SIZE)
        draw(x, FOOT + page.TYPE_HEIGHT + page.HEAD_RISE, section)
        canvas.setFont("Hei-Bold", page.HEAD_SIZE)
        draw(x, FOOT - page.FOLIO_DROP, str(number))

    top, rest = page.TITLE_ROWS, page.LINES - page.TITLE_ROWS
    opening = [
        frame(0, top, page.TYPE_WIDTH),
        frame(0, rest, above=top),
        frame(1, rest, above=top),
    ]
    following = [frame(0, page.LINES), frame(1, page.LINES)]
    return [
        PageTemplate(f"{section}, opening", opening, head_and_folio, autoNextPageTemplate=section),
        PageTemplate(section, following, head_and_folio),
    ]


def write(job: Job) -> None:
    """Set the job's stories."""
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(job.fonts / f"{file}.ttf")))
    sections = dict.fromkeys(story.section for story in job.stories)
    document = BaseDocTemplate(
        str(job.output),
        pagesize=(page.TRIM_WIDTH + 2 * page.BLEED, page.TRIM_HEIGHT + 2 * page.BLEED),
        pageTemplates=[template for section in sections for template in templates(section)],
        title="一流口碑",
        initialFontName="Song",
    )
    flow: list[Flowable] = []  # the first story's template and page are there already
    for story in job.stories:
        flow += [NextPageTemplate(f"{story.section}, opening"), PageBreak()]
        flow += [Paragraph(escape(story.title), TITLE), FrameBreak()]
        flow += [Paragraph(escape(paragraph), BODY) for paragraph in story.paragraphs]
    document.build(flow[2:])


if __name__ == "__main__":
    write(job_from_command_line("ReportLab platypus"))
