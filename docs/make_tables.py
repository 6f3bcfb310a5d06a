"""Writes the tables of docs/ that follow from the code; tests/test_docs.py holds them fresh.

python docs/make_tables.py

docs/diagnostics.md is written as a whole. In docs/layouts.md and docs/manifest.md a table stands
under `<!-- table: NAME -->`: its first columns come from the code or the shipped layouts, the rest
is written by hand and kept, row by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from koubei_pdf import shipped
from koubei_pdf.cli.explain import rules
from koubei_pdf.model.content import Run
from koubei_pdf.model.diagnostics import Bilingual, Lang, Rule, Span
from koubei_pdf.model.schema import Key, Schema
from koubei_pdf.model.style import Layout
from koubei_pdf.pages import FILLERS
from koubei_pdf.source import articles, frames, house, illustrations, issue, layouts, plan, styles
from koubei_pdf.source.desk import Desk

DOCS = Path(__file__).parent
LAYOUTS = shipped.folder("layouts")
REASON = "run `python docs/make_tables.py`, then describe what is new"

_TABLE = re.compile(r"(<!-- table: (.+?) -->\n)((?:\|.*\n)+)")
_GROUPS = {
    "A": "Articles (文章)",
    "F": "Fonts (字体)",
    "L": "Layouts and the house style (版式)",
    "M": "Files, YAML, the manifest and the page plan (清单与页面计划)",
    "P": "Pictures (图片)",
    "T": "Text and pages (排版)",
}

Row = tuple[str, ...]


def _shipped_masters() -> list[Row]:
    """The names of the masters that ship with the program."""
    return [(f"`{name}`",) for name in _sheet(Desk(LAYOUTS.parent)).house.masters]


def _shipped_layouts() -> list[Row]:
    """Of each layout that ships: its name, pages and pictures."""
    desk = Desk(LAYOUTS.parent)
    folder = layouts.LayoutFolder(desk, LAYOUTS.name, _sheet(desk), KINDS)
    rows: list[Row] = []
    for path in sorted(LAYOUTS.glob("*.yaml"), key=lambda path: path.stem):
        layout = None if path.stem == layouts.HOUSE else folder.get(Run(path.stem, HERE))
        if layout is not None:
            rows.append((f"`{path.stem}`", str(layout.pages), _pictures(layout)))
    return rows


def _sheet(desk: Desk) -> house.Sheet:
    return house.read_house(f"{LAYOUTS.name}/{layouts.HOUSE}.yaml", HERE, KINDS, desk)


def _pictures(layout: Layout) -> str:
    """How many pictures a layout wants, and how many it can show besides."""
    found = [frame.options for frame in layout.frames if frame.kind == "picture"]
    optional = sum(1 for options in found if options.get("optional"))
    wanted = str(len(found) - optional)
    return f"{wanted} (+ {optional})" if optional else wanted


HERE = Span(LAYOUTS.name)
KINDS = {name: filler.options for name, filler in FILLERS.items()}

#: Columns that are given, by table: of a schema the keys and their values, else whole cells.
TABLES: Mapping[str, Schema | Sequence[str] | Sequence[Row]] = {
    **{f"frame {kind}": filler.options for kind, filler in FILLERS.items()},
    "styles": {"like": Key("text"), "font": Key("text", required=True), **styles.PROPERTIES},
    "house": house.KEYS,
    "layout": layouts.KEYS,
    "layout frame": frames.LAYOUT_KEYS,
    "master frame": frames.MASTER_KEYS,
    "manifest": issue.KEYS,
    "sections": issue.SECTION_KEYS,
    "pages": plan.KEYS,
    "article": articles.KEYS,
    "pictures": illustrations.PICTURE_KEYS,
    "figures": articles.FIGURE_KEYS,
    "people": illustrations.PERSON_KEYS,
    "shipped masters": _shipped_masters(),
    "shipped layouts": _shipped_layouts(),
}


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")


def pages() -> dict[Path, str]:
    """The files that hold such tables, as they should be."""
    made = {DOCS / "diagnostics.md": diagnostics()}
    for name in ("layouts.md", "manifest.md"):
        path = DOCS / name
        made[path] = _TABLE.sub(_renewed, path.read_text(encoding="utf-8"))
    return made


def missing() -> Iterator[str]:
    """Tables that no page shows, and cells that nobody has filled in."""
    shown = set()
    for path in (DOCS / "layouts.md", DOCS / "manifest.md"):
        for match in _TABLE.finditer(path.read_text(encoding="utf-8")):
            shown.add(match[2])
            for row in match[3].splitlines():
                if any(not cell for cell in _cells(row)):
                    yield f"{path.name}, {match[2]}: {row}"
    yield from (f"no table: {name}" for name in TABLES if name not in shown)


def _renewed(match: re.Match[str]) -> str:
    """A table with the rows that the code has, each with its words from the page."""
    head, line, *rows = match[3].splitlines()
    written = {_cells(row)[0]: _cells(row) for row in rows}
    blank = [""] * len(_cells(head))
    made = []
    for given in _given(TABLES[match[2]]):
        cells = (*given, *written.get(given[0], blank)[len(given) :])
        made.append(f"| {' | '.join(cells)} |")
    return match[1] + "\n".join([head, line, *made]) + "\n"


def _given(table: Schema | Sequence[str] | Sequence[Row]) -> list[Row]:
    """The cells of each row that are not written by hand."""
    if isinstance(table, Mapping):
        return [(f"`{name}`", _values(key)) for name, key in table.items()]
    return [(f"`{row}`",) if isinstance(row, str) else row for row in table]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


def _values(key: Key) -> str:
    """What may stand under a key."""
    words: str = key.type
    if key.type == "choice":
        words = " · ".join(f"`{choice}`" for choice in key.choices)
    unit = " pt" if key.type == "length" else ""
    if key.least is not None and key.most is not None:
        words += f" {key.least:g}–{key.most:g}{unit}"
    elif key.least is not None:
        words += f" ≥ {key.least:g}{unit}"
    elif key.most is not None:
        words += f" ≤ {key.most:g}{unit}"
    return f"{words}, required" if key.required else words


def diagnostics() -> str:
    """docs/diagnostics.md."""
    parts = [_HEAD]
    for letter in sorted({code[0] for code in rules()}):
        rows = [_row(rule) for code, rule in rules().items() if code.startswith(letter)]
        table = ["| code | | message | 消息 |", "| --- | --- | --- | --- |", *rows]
        parts.append("\n".join([f"## {letter}: {_GROUPS[letter]}", "", *table, ""]))
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    severity = rule.severity.value
    cells = (rule.code, severity, _text(rule.message, "en"), _text(rule.message, "zh"))
    return f"| {' | '.join(cells)} |"


def _text(sentence: Bilingual, lang: Lang) -> str:
    """The sentence with … for its facts, safe in a cell of a table."""

    class Dots(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return "…"

    text = sentence.text(lang, Dots(_=""))
    parts = re.split(r"(`[^`]*`)", text)
    parts[::2] = [part.replace("<", "&lt;").replace("*", r"\*") for part in parts[::2]]
    return "".join(parts).replace("|", r"\|")


_HEAD = """\
# Diagnostics

<!-- Written by docs/make_tables.py; do not edit by hand. -->

Every fault that koubei-pdf reports has a code that never changes its meaning. An *error* keeps the
PDF from being written; a *warning* does not. All faults of a run are reported together, sorted by
file, line and column, the same fault at many places once with its places. `…` stands for what a
finding fills in. `koubei-pdf explain CODE` tells why a rule is there and how to mend the fault, in
English or (`--lang zh`) Chinese.
"""

if __name__ == "__main__":
    main()
