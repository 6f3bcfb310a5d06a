"""Composing alone: ``python -m benchmarks.composing``; see README.md beside this file.

Sets the manuscript's running text 25 times over to lines of 22 em in the house's Song: shaped,
broken over whole paragraphs at least cost, justified. No page is made. Typst's whole run of the
same text stands beside it, since Typst cannot be asked for its lines alone.
"""

import argparse
import gc
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import stories
from benchmarks.run import PROJECT, installed, measure, python
from koubei_pdf.fonts import Face, FontShelf
from koubei_pdf.model.content import Run
from koubei_pdf.model.diagnostics import Span
from koubei_pdf.model.style import FontRole
from koubei_pdf.text.breaking import break_lines
from koubei_pdf.text.prepare import Prepared, prepare
from koubei_pdf.text.setting import justify

MEASURE, INDENT = 22.0, 2.0


def song() -> FontShelf:
    """A shelf with the house's body face alone."""
    name = "NotoSerifSC-Regular"
    face = Face(PROJECT / "fonts" / f"{name}.ttf")
    return FontShelf({name: face}, {"song": FontRole((name,), (name,))})


def compose(paragraph: Prepared) -> None:
    """Break and justify all lines."""
    for line in break_lines(paragraph, (MEASURE,), indent=INDENT):
        justify(paragraph, line)


def seconds(texts: list[str], shelf: FontShelf) -> tuple[float, list[float]]:
    """CPU of composing all texts, and of composing each anew once it is prepared."""
    begin = time.process_time()
    prepared = []
    for text in texts:
        run = Run(text, Span("text", 1, 1, len(text)))
        paragraph, _ = prepare([run], lambda _: "song", shelf)
        compose(paragraph)
        prepared.append(paragraph)
    total = time.process_time() - begin
    again = []
    for paragraph in prepared:
        begin = time.process_time()
        compose(paragraph)
        again.append(time.process_time() - begin)
    return total, again


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time koubei-pdf's composer.")
    parser.add_argument("--times", type=int, default=25, metavar="N")
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    texts = [text for story in stories(times=asked.times) for text in story.paragraphs]
    shelf = song()
    gc.disable()
    runs = [seconds(texts, shelf) for _ in range(asked.runs)]
    total = statistics.median(total for total, _ in runs)
    anew = zip(*(each for _, each in runs), strict=True)
    again = sorted(statistics.median(times) for times in anew)
    count = sum(map(len, texts))
    print(f"{len(texts)} paragraphs, {count} characters: {total:.2f} s of CPU")
    print(f"a paragraph anew: median {again[len(again) // 2] * 1e3:.2f} ms", end=", ")
    print(f"longest {again[-1] * 1e3:.2f} ms")
    for name in installed(["typst"]):
        with tempfile.TemporaryDirectory() as folder:
            job = [str(Path(folder) / "typst.pdf"), "--times", str(asked.times)]
            used = measure(python(f"benchmarks.peers.{name}_doc", *job))
        share = total / used.cpu
        print(f"Typst's whole run: {used.cpu:.2f} s of CPU; composing takes {share:.2f} of that")


if __name__ == "__main__":
    main()
