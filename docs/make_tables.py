"""Writes the tables of docs/ that follow from the code; tests/test_docs.py holds them fresh.

python docs/make_tables.py

docs/ holds the pages in English, docs/zh/ the same in Chinese. diagnostics.md is written as a
whole. In the other pages a table stands under `<!-- table: NAME -->`: its first columns
come from the code or the shipped layouts, the rest is written by hand and kept, row by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from koubei_pdf import shipped
from koubei_pdf.cli.explain import rules
from koubei_pdf.model.content import Run
from koubei_pdf.model.diagnostics import Bilingual, Lang, Rule, Span
from koubei_pdf.model.schema import Key, Schema
from koubei_pdf.model.style import Layout, Spot
from koubei_pdf.pages import FILLERS
from koubei_pdf.source import (
    articles,
    fitting,
    frames,
    house,
    illustrations,
    issue,
    layouts,
    plan,
    press,
    printing,
    styles,
)
from koubei_pdf.source.desk import Desk

DOCS = Path(__file__).parent
LAYOUTS = shipped.folder("layouts")
FOLDERS: Mapping[Lang, Path] = {"en": DOCS, "zh": DOCS / "zh"}
WRITTEN_BY_HAND = ("fitting.md", "layouts.md", "manifest.md", "press.md")
REASON = "run `python docs/make_tables.py`, then describe what is new"

_TABLE = re.compile(r"(<!-- table: (.+?) -->\n)((?:\|.*\n)+)")
_GROUPS = {
    "A": Bilingual("文章", "Articles"),
    "F": Bilingual("字体", "Fonts"),
    "H": Bilingual("交付", "Handing off"),
    "I": Bilingual("拼版", "Imposition"),
    "L": Bilingual("版式", "Layouts and the house style"),
    "M": Bilingual("文件、清单与页面计划", "Files, YAML, the manifest and the page plan"),
    "O": Bilingual("输出", "Output"),
    "P": Bilingual("图片", "Pictures"),
    "T": Bilingual("排版", "Text and pages"),
    "X": Bilingual("付印前检查", "Preflight of a PDF"),
}
_SEVERITIES = {"error": Bilingual("错误", "error"), "warning": Bilingual("警告", "warning")}

#: What may stand under a key, by its type in a schema.
_TYPES = {
    "text": Bilingual("文字", "text"),
    "style": Bilingual("段落样式", "style"),
    "font": Bilingual("字体角色", "font role"),
    "colour": Bilingual("颜色", "colour"),
    "frame": Bilingual("框名", "frame"),
    "flag": Bilingual("`true` · `false`", "flag"),
    "integer": Bilingual("整数", "integer"),
    "number": Bilingual("数", "number"),
    "length": Bilingual("长度", "length"),
}
_REQUIRED = Bilingual("，必填", ", required")

Row = tuple[str, ...]


def _shipped_masters() -> list[Row]:
    """The names of the masters that ship with the program."""
    return [(f"`{name}`",) for name in _sheet(Desk(LAYOUTS.parent)).house.masters]


def _shipped_fonts() -> list[Row]:
    """The roles of fonts of the house style, and the faces of Han text."""
    roles = _sheet(Desk(LAYOUTS.parent)).house.fonts.items()
    return [(f"`{name}`", ", ".join(Path(file).stem for file in role.han)) for name, role in roles]


def _shipped_colours() -> list[Row]:
    """The palette of the house style: inks in per cent and the RGB twin of drawings."""
    rows: list[Row] = []
    for name, colour in _sheet(Desk(LAYOUTS.parent)).house.colours.items():
        ink = colour.ink.process if isinstance(colour.ink, Spot) else colour.ink
        inks = " ".join(f"{part:g}" for part in (ink.c, ink.m, ink.y, ink.k))
        rows.append((f"`{name}`", inks, f"`{colour.rgb}`" if colour.rgb else "–"))
    return rows


def _shipped_styles() -> list[Row]:
    """The paragraph styles of the house style: font, size and line distance."""
    rows: list[Row] = []
    for name, style in _sheet(Desk(LAYOUTS.parent)).house.styles.items():
        lines = f"{style.leading:g} pt" if style.leading else f"{style.rows:g} 行"
        rows.append((f"`{name}`", f"`{style.font}`", f"{style.size:g}/{lines}"))
    return rows


def _shipped_layouts() -> list[Row]:
    """Of each layout that ships: its name, pages and pictures."""
    desk = Desk(LAYOUTS.parent)
    folder = layouts.LayoutFolder(desk, LAYOUTS.name, HERE, _sheet(desk), KINDS)
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
    kinds = ("picture", "advertisement")
    found = [frame.options for frame in layout.frames if frame.kind in kinds]
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
    "fit": fitting.KEYS,
    "layout frame": frames.LAYOUT_KEYS,
    "master frame": frames.MASTER_KEYS,
    "manifest": issue.KEYS,
    "sections": issue.SECTION_KEYS,
    "pages": plan.KEYS,
    "print": printing.KEYS,
    "print part": printing.PART_KEYS,
    "print delivery": printing.DELIVERY_KEYS,
    "article": articles.KEYS,
    "pictures": illustrations.PICTURE_KEYS,
    "figures": articles.FIGURE_KEYS,
    "people": illustrations.PERSON_KEYS,
    "timeline": articles.EVENT_KEYS,
    "staff": issue.POST_KEYS,
    "shipped fonts": _shipped_fonts(),
    "shipped colours": _shipped_colours(),
    "shipped styles": _shipped_styles(),
    "shipped masters": _shipped_masters(),
    "shipped layouts": _shipped_layouts(),
    "press": press.KEYS,
}


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")


def pages() -> dict[Path, str]:
    """The files that hold such tables, as they should be."""
    made = {}
    for lang, folder in FOLDERS.items():
        made[folder / "diagnostics.md"] = diagnostics(lang)
        for name in WRITTEN_BY_HAND:
            text = (folder / name).read_text(encoding="utf-8")
            made[folder / name] = _TABLE.sub(partial(_renewed, lang=lang), text)
    return made


def missing() -> Iterator[str]:
    """Tables that no page shows, and cells that nobody has filled in."""
    for lang, folder in FOLDERS.items():
        shown = set()
        for name in WRITTEN_BY_HAND:
            for match in _TABLE.finditer((folder / name).read_text(encoding="utf-8")):
                shown.add(match[2])
                for row in match[3].splitlines():
                    if any(not cell for cell in _cells(row)):
                        yield f"{lang}, {name}, {match[2]}: {row}"
        yield from (f"{lang}, no table: {name}" for name in TABLES if name not in shown)


def _renewed(match: re.Match[str], lang: Lang) -> str:
    """A table with the rows that the code has, each with its words from the page."""
    head, line, *rows = match[3].splitlines()
    written = {_cells(row)[0]: _cells(row) for row in rows}
    blank = [""] * len(_cells(head))
    made = []
    for given in _given(TABLES[match[2]], lang):
        cells = (*given, *written.get(given[0], blank)[len(given) :])
        made.append(f"| {' | '.join(cells)} |")
    return match[1] + "\n".join([head, line, *made]) + "\n"


def _given(table: Schema | Sequence[str] | Sequence[Row], lang: Lang) -> list[Row]:
    """The cells of each row that are not written by hand."""
    if isinstance(table, Mapping):
        return [(f"`{name}`", _values(key, lang)) for name, key in table.items()]
    return [(f"`{row}`",) if isinstance(row, str) else row for row in table]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


def _values(key: Key, lang: Lang) -> str:
    """What may stand under a key."""
    if key.type == "choice":
        words = " · ".join(f"`{choice}`" for choice in key.choices)
    else:
        words = _TYPES[key.type].text(lang)
    unit = " pt" if key.type == "length" else ""
    if key.least is not None and key.most is not None:
        words += f" {key.least:g}–{key.most:g}{unit}"
    elif key.least is not None:
        words += f" ≥ {key.least:g}{unit}"
    elif key.most is not None:
        words += f" ≤ {key.most:g}{unit}"
    return words + _REQUIRED.text(lang) if key.required else words


def diagnostics(lang: Lang) -> str:
    """diagnostics.md: every rule with its message and its remedy."""
    parts = [_HEAD.text(lang)]
    for letter in sorted({code[0] for code in rules()}):
        rows = [_row(rule, lang) for code, rule in rules().items() if code.startswith(letter)]
        table = [_COLUMNS.text(lang), "| --- | --- | --- | --- |", *rows]
        parts.append("\n".join([f"## {letter}: {_GROUPS[letter].text(lang)}", "", *table, ""]))
    return "\n".join(parts)


def _row(rule: Rule, lang: Lang) -> str:
    severity = _SEVERITIES[rule.severity.value].text(lang)
    cells = (rule.code, severity, _text(rule.message, lang), _text(rule.help, lang))
    return f"| {' | '.join(cells)} |"


def _text(sentence: Bilingual, lang: Lang) -> str:
    """The sentence with … for its facts, safe in a cell of a table."""

    class Dots(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return "…"

    text = sentence.text(lang, Dots(_=""))
    parts = re.split(r"(`[^`]*`)", text)
    parts[::2] = [re.sub(r"([\\`*])", r"\\\1", part).replace("<", "&lt;") for part in parts[::2]]
    return "".join(parts).replace("|", r"\|")


_COLUMNS = Bilingual("| 代码 | | 消息 | 建议 |", "| code | | message | help |")

_HEAD = Bilingual(
    zh="""\
# 错误代码

[English](../diagnostics.md)

<!-- 由 docs/make_tables.py 写出，不要手工修改。 -->

程序报告的每一种问题都有一个代码，含义永远不变。有*错误*就不写 PDF，*警告*不影响输出。一次运行发现的
所有问题一起报告，按文件、行、列排序；同一个问题出现在多处，只报一次，列出各处。表里的“…”是报告时填入的
内容；看得出是哪个名字写错了，建议会换成“是不是……？”。
`koubei-pdf explain 代码` 会说明为什么有这条规则、怎么改。
""",
    en="""\
# Diagnostics

[中文](zh/diagnostics.md)

<!-- Written by docs/make_tables.py; do not edit by hand. -->

Every fault that koubei-pdf reports has a code that never changes its meaning. An *error* keeps the
PDF from being written; a *warning* does not. All faults of a run are reported together, sorted by
file, line and column, the same fault at many places once with its places. `…` stands for what a
finding fills in; where a name is nearly right, the help is “did you mean …?”.
`koubei-pdf explain CODE` tells why a rule is there and how to mend the fault.
""",
)

if __name__ == "__main__":
    main()
