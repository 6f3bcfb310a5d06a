"""Typst: one template, the stories handed over as JSON, optimised line breaking."""

import json
from dataclasses import asdict

import typst

from benchmarks.peers import job as page
from benchmarks.peers.job import Job, job_from_command_line

TEMPLATE = f"""
#set document(title: "一流口碑")
#set page(
  width: {page.TRIM_WIDTH}pt, height: {page.TRIM_HEIGHT}pt, bleed: {page.BLEED}pt,
  margin: (x: {page.SIDE - 0.005}pt, top: {page.TOP}pt, bottom: {page.BOTTOM - 0.01}pt),
  columns: 2,
)
#set columns(gutter: {page.GAP}pt)
#set text(
  font: "Noto Serif SC", size: {page.SIZE}pt, lang: "zh", region: "cn",
  costs: (widow: 0%, orphan: 0%), cjk-latin-spacing: auto, top-edge: 0.88em, bottom-edge: -0.12em,
)
#set par(
  justify: true, linebreaks: "optimized", first-line-indent: (amount: 2em, all: true),
  leading: {page.LEADING - page.SIZE}pt, spacing: {page.LEADING - page.SIZE}pt,
)
#show heading: it => place(
  top, float: true, scope: "parent", clearance: 0pt,
  block(width: 100%, height: {page.TITLE_ROWS * page.LEADING}pt, {{
    set align(left)
    set par(justify: false, leading: {page.TITLE_LEADING - page.TITLE_SIZE}pt,
      first-line-indent: 0pt)
    text(size: {page.TITLE_SIZE}pt, weight: 900, it.body)
  }}),
)

#let small = text.with(font: "Noto Sans SC", size: {page.HEAD_SIZE}pt, bottom-edge: "baseline")
#let outer(body) = context align(if calc.odd(here().page()) {{ right }} else {{ left }}, body)
#let story(story) = page(
  header: outer(small(story.section)), header-ascent: {page.HEAD_RISE}pt,
  footer: outer(context small(weight: "bold", counter(page).display())),
  footer-descent: {page.FOLIO_DROP - page.HEAD_SIZE}pt,
  {{
    heading(story.title)
    for paragraph in story.paragraphs {{ par(paragraph) }}
  }},
)

#for one in json(bytes(sys.inputs.stories)) {{ story(one) }}
"""


def write(job: Job) -> None:
    """Set the job's stories."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[job.fonts])
    pdf = typst.compile(
        TEMPLATE.encode(),
        font_paths=fonts,
        sys_inputs={"stories": json.dumps([asdict(story) for story in job.stories])},
    )
    job.output.write_bytes(pdf)


if __name__ == "__main__":
    write(job_from_command_line("Typst"))
