"""The copy of an article: the Markdown that a magazine needs, and a report of all else."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from ..model.content import Block, BlockKind, Cell, Run, Table
from ..model.diagnostics import Span
from ..model.names import shown
from .containers import check_container, report_fences
from .faults import articles as faults
from .faults.containers import EMPTY_SIDEBAR
from .faults.marks import EMPTY_ITEM, HEADING_SPACE, LINE_MARK
from .faults.spans import EMPTY_NOTE
from .findings import Findings
from .markdown_inline import InlineText, read_runs
from .narrow_marks import warn_of_narrow_marks
from .notes import Notes, part_notes
from .pairs import warn_of_unpaired_marks
from .printed_marks import warn_of_printed_marks, without_spaces_at_emphasis
from .spans import span_rule
from .tables import TableText, part_table, report_missing_rule
from .text_files import SourceText
from .token_places import TokenPlaces

_BLOCK_RULES = [
    "container_aside",
    "blockquote",
    "hr",
    "list",
    "heading",
    "lheading",
    "paragraph",
]
#: What was meant as the mark of a heading at the start of a line.
_NO_HEADING = re.compile(r"^(?:#+(?=[^ \t\n#])|＃+)", re.MULTILINE)
#: And as that of a quotation, or of the items of a list: two lines with a hyphen or more.
_NO_MARK = re.compile(r"^(?:＞|-(?=[^\W\d_a-zA-Z].*\n-[^\W\d_a-zA-Z]))", re.MULTILINE)
_INLINE_RULES = ["text", "newline", "escape", "emphasis", "entity", "span"]


class Copy(NamedTuple):
    """The blocks of the story, the notes by number, and the blocks of each sidebar."""

    blocks: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()
    sidebars: tuple[tuple[Block, ...], ...] = ()


def read_copy(source: SourceText, first: int, findings: Findings) -> Copy:
    """The copy of the lines from index `first` on."""
    parser = _parser()
    tokens: list[Token] = []
    before = findings.losses
    # Every line is ended, the last one too: the container plug-in looks at what ends a line.
    text = "".join(f"{_visible(line)}\n" for line in source.lines[first:])
    parser.block.parse(text, parser, {}, tokens)
    walk = _Walk(source, first, parser, findings)
    for token in tokens:
        walk.take(token)
    sidebars = tuple(tuple(sidebar) for sidebar in walk.sidebars if sidebar)
    copy = Copy(tuple(walk.blocks), tuple(walk.notes()), sidebars)
    for blocks in (copy.blocks, copy.notes, *sidebars):
        warn_of_unpaired_marks(blocks, walk.faulty, findings)
        if findings.losses == before:  # else its copy may be what could not be read
            _warn_of_bare_headings(blocks, findings)
    return copy


def _warn_of_bare_headings(blocks: Sequence[Block], findings: Findings) -> None:
    """Point out headings with no copy below: the last block, or right above one of their level."""
    for number, block in enumerate(blocks, 1):
        below = blocks[number] if number < len(blocks) else None
        is_bare = below is None or (below.kind == "heading" and below.level <= block.level)
        if block.kind == "heading" and is_bare:
            findings.add(faults.BARE_HEADING.at(block.span))


@functools.cache
def _parser() -> MarkdownIt:
    """CommonMark without what copy cannot hold.

    Left out: code by indentation (authors indent paragraphs with spaces) and link definitions
    (they would vanish). Links, HTML and code are found in the text and reported.
    """
    parser = MarkdownIt("commonmark")
    parser.inline.ruler.push("span", span_rule)
    container_plugin(parser, "aside", validate=lambda *_: True)
    parser.block.ruler.enableOnly(_BLOCK_RULES)
    parser.inline.ruler.enableOnly(_INLINE_RULES)
    return parser


def _visible(line: str) -> str:
    """The line as the block parser shall see it: blank if it looks blank.

    An ideographic space alone on a line parts paragraphs, as it seems to do in an editor.
    """
    if line and line.replace(">", "").isspace():
        return "".join(">" if character == ">" else " " for character in line)
    return line


class _Walk:
    """Turns block tokens into blocks, in order."""

    def __init__(
        self, source: SourceText, first: int, parser: MarkdownIt, findings: Findings
    ) -> None:
        self.blocks: list[Block] = []
        self.sidebars: list[list[Block]] = []
        #: Where texts begin that hold an error, so that their marks may be part of a notation.
        self.faulty: set[Span] = set()
        self._into = self.blocks
        self._asides: list[Token] = []
        #: The items and quotations that are open, and whether nothing was read in the last one.
        self._items: list[Token] = []
        self._is_bare = False
        self._places = TokenPlaces(source, first)
        self._parser = parser
        self._findings = findings
        self._within: list[BlockKind] = []
        self._marker = ""
        self._heading = 0
        self._number = 0
        self._notes = Notes()

    def take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._add(token)
            case "heading_open":
                self._open_heading(token)
            case "heading_close":
                self._heading = 0
            case "blockquote_open":
                self._enter("quote", token)
                self._open_item(token)
            case "bullet_list_open" | "ordered_list_open":
                self._enter("item", token)
                self._number = int(token.attrs.get("start", 1))
            case "blockquote_close":
                self._close_item()
                self._within.pop()
            case "bullet_list_close" | "ordered_list_close":
                self._within.pop()
            case "list_item_open":
                self._open_item(token)
                self._marker = f"{self._number}{token.markup}" if token.info else "•"
                self._number += 1
            case "list_item_close":
                self._close_item()
            case "container_aside_open":
                self._open_aside(token)
            case "container_aside_close":
                self._close_aside()
            case "hr":
                self._is_bare = False
                self._findings.add(faults.BREAK_LINE.at(self._places.line_of(token)))

    def _enter(self, kind: BlockKind, token: Token) -> None:
        if self._within:
            self._findings.add(faults.NESTED.at(self._places.line_of(token)))
        self._within.append(kind)

    def _open_item(self, token: Token) -> None:
        self._items.append(token)
        self._is_bare = True

    def _close_item(self) -> None:
        """Report an item or a quotation that held nothing, whose mark would vanish."""
        token = self._items.pop()
        if self._is_bare:
            place = self._places.line_of(token)
            mark = shown(self._places.source.lines[place.line - 1])
            self._findings.add(EMPTY_ITEM.at(place, mark=mark))
        self._is_bare = False

    def _open_aside(self, token: Token) -> None:
        """Begin a sidebar, which goes on to the container's end."""
        self._is_bare = False
        if self._within or self._asides:
            self._findings.add(faults.NESTED.at(self._places.line_of(token)))
        else:
            check_container(token, self._places.source, self._places.first, self._findings)
            self._into = []
            self.sidebars.append(self._into)
        self._asides.append(token)

    def _close_aside(self) -> None:
        token = self._asides.pop()
        if self._asides or self._within:
            return
        if not self._into and token.info.strip():
            self._findings.add(EMPTY_SIDEBAR.at(self._places.line_of(token)))
        self._into = self.blocks

    def _open_heading(self, token: Token) -> None:
        self._is_bare = False
        self._heading = int(token.tag[1:])
        if token.markup[0] != "#":
            self._findings.add(faults.UNDERLINED.at(self._places.line_of(token, last=True)))
        elif self._heading not in (2, 3):
            fault = faults.HEADING_LEVEL.at(self._places.line_of(token), level=self._heading)
            self._findings.add(fault)
        elif self._within:
            self._findings.add(faults.NESTED.at(self._places.line_of(token)))

    def _add(self, token: Token) -> None:
        """Add the block whose text `token` holds."""
        if not token.content.strip():
            if self._heading:
                self._findings.add(faults.EMPTY_HEADING.at(self._places.line_of(token)))
            return
        self._is_bare = False
        inline = self._places.text_of(token)
        if self._heading:
            self._into.append(self._block("heading", inline))
            return
        for mark in _NO_HEADING.finditer(inline.text):
            place = inline.span(mark.start(), len(mark[0]))
            self._findings.add(HEADING_SPACE.at(place, mark=mark[0]))
        self._report_line_marks(inline)
        report_fences(inline, self._findings)
        found, notes = part_notes(inline)
        for note in notes:
            self._notes.add(note, self._findings)
        table = None
        if found is not None and not self._within:
            found, table = part_table(found, self._findings)
        if found is not None and table is None:
            report_missing_rule(found, self._findings)
        kind: BlockKind = self._within[-1] if self._within else "paragraph"
        if found is not None:
            marker = self._marker if kind == "item" else ""
            self._marker = ""
            self._into.append(self._block(kind, found, marker))
        if table is not None:
            self._into.append(self._table(table))

    def _report_line_marks(self, inline: InlineText) -> None:
        """Report the first of the lines whose marks make no quotation and no list."""
        match = _NO_MARK.search(inline.text)
        if match is not None:
            wanted = "> " if match[0] == "＞" else "- "
            place = inline.span(match.start(), 1)
            self._findings.add(LINE_MARK.at(place, mark=match[0], wanted=wanted))

    def _block(self, kind: BlockKind, inline: InlineText, marker: str = "") -> Block:
        runs = self._runs(inline)
        return Block(kind, runs, inline.places[0], self._heading, marker)

    def _table(self, table: TableText) -> Block:
        rows = [tuple(self._cell(cell) for cell in row) for row in table.rows]
        runs = tuple(run for row in rows for cell in row for run in cell.runs)
        made = Table(rows[0], tuple(rows[1:]), table.aligns)
        return Block("table", runs, rows[0][0].span, table=made)

    def _cell(self, text: InlineText) -> Cell:
        return Cell(self._runs(text), text.places[0])

    def _runs(self, inline: InlineText) -> tuple[Run, ...]:
        before = self._findings.losses
        runs = read_runs(inline, self._parser, self._findings, self._notes.number)
        if not self._heading:
            runs = without_spaces_at_emphasis(runs)
        if self._findings.losses == before:  # else the marks may be those of a link
            warn_of_narrow_marks(runs, self._findings)
            warn_of_printed_marks(runs, self._findings, spaces=not self._heading)
        else:
            self.faulty.add(inline.places[0])
        return runs

    def notes(self) -> Iterator[Block]:
        """The article's notes, once all its copy was read."""
        for number, note in self._notes.in_order(self._findings):
            if note.inline.text:
                yield self._block("note", note.inline, str(number))
            else:
                self._findings.add(EMPTY_NOTE.at(note.span, label=note.label))
