"""WeasyPrint: HTML sections in CSS columns, the section's name as a named string."""

from html import escape

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.corpus import Story
from benchmarks.peers import job as page
from benchmarks.peers.job import Job, job_from_command_line

STYLE = f"""
@font-face {{ font-family: Song; src: url(NotoSerifSC-Regular.ttf); font-weight: 400 }}
@font-face {{ font-family: Song; src: url(NotoSerifSC-Black.ttf); font-weight: 900 }}
@font-face {{ font-family: Hei; src: url(NotoSansSC-Regular.ttf); font-weight: 400 }}
@font-face {{ font-family: Hei; src: url(NotoSansSC-Bold.ttf); font-weight: 700 }}
@page {{
  size: 210mm 285mm; bleed: 3mm;
  margin: {page.TOP}pt {page.SIDE - 0.02}pt {page.BOTTOM - 0.02}pt;
}}
@page :left {{
  @top-left {{ {{head}} }}
  @bottom-left {{ {{folio}} }}
}}
@page :right {{
  @top-right {{ {{head}} }}
  @bottom-right {{ {{folio}} }}
}}
body {{ margin: 0; font: {page.SIZE}pt/{page.LEADING}pt Song; text-align: justify }}
section {{ break-before: page; string-set: section attr(data-section) }}
h1 {{
  margin: 0; height: {page.TITLE_ROWS * page.LEADING}pt;
  font: 900 {page.TITLE_SIZE}pt/{page.TITLE_LEADING}pt Song; text-align: left;
}}
div {{ columns: 2; column-gap: {page.GAP}pt; column-fill: auto }}
p {{ margin: 0; text-indent: 2em; orphans: 1; widows: 1 }}
""".replace(
    "{head}",
    f"content: string(section); font: {page.HEAD_SIZE}pt Hei; vertical-align: bottom;"
    f" padding-bottom: {page.HEAD_RISE}pt",
).replace(
    "{folio}",
    f"content: counter(page); font: 700 {page.HEAD_SIZE}pt Hei; vertical-align: top;"
    f" padding-top: {page.FOLIO_DROP - page.HEAD_SIZE}pt",
)


def html(story: Story) -> str:
    """Return one story as an HTML section."""
    paragraphs = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in story.paragraphs)
    return (
        f'<section data-section="{escape(story.section)}">'
        f"<h1>{escape(story.title)}</h1><div>{paragraphs}</div></section>"
    )


def write(job: Job) -> None:
    """Set the job's stories."""
    fonts = FontConfiguration()
    style = CSS(string=STYLE, base_url=f"{job.fonts}/", font_config=fonts)
    body = "".join(map(html, job.stories))
    document = HTML(string=f'<html lang="zh-CN"><title>一流口碑</title><body>{body}</body></html>')
    document.write_pdf(job.output, stylesheets=[style], font_config=fonts)


if __name__ == "__main__":
    write(job_from_command_line("WeasyPrint"))
