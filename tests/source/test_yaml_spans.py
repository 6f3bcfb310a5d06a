"""YAML nodes: every scalar at its place, and bounded growth."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koubei_pdf.source.findings import Findings
from koubei_pdf.source.text_files import SourceText
from koubei_pdf.source.yaml_nodes import ListNode, MapNode, Node, TextNode
from koubei_pdf.source.yaml_spans import read_mapping


def read(text: str) -> tuple[MapNode | None, list[str], SourceText]:
    findings = Findings()
    source = SourceText.of("a.yaml", text)
    node = read_mapping(source, findings)
    return node, [diagnostic.rule.code for diagnostic in findings.diagnostics], source


def value(text: str, key: str = "a") -> TextNode:
    node, codes, _ = read(text)
    assert set(codes) <= {"M010"}
    assert node is not None
    found = node.entries[key].value
    assert isinstance(found, TextNode)
    return found


@pytest.mark.parametrize(
    ("written", "text", "line", "column"),
    [
        ("a: 东湖", "东湖", 1, 4),
        ("a: '东湖'", "东湖", 1, 5),
        ('a: "东湖"', "东湖", 1, 5),
        ("a: 2023.10", "2023.10", 1, 4),
        ("\ufeffa: 东湖", "东湖", 1, 4),
        ("b: 𠮷𠮷\r\na: 东\r\n", "东", 2, 4),
        ("b: {𠮷: 1}\na: 东", "东", 2, 4),
        ("b: 'x\u2028 y'\na: 东", "东", 2, 4),
        ("a: &mark 东湖", "东湖", 1, 10),
        ("a: |\n  东湖\n  樱花\n", "东湖\n樱花", 2, 3),
        ("a: >\n\n  东湖\n  樱花\n", "\n东湖樱花", 3, 3),
        ("a: 东湖\n  樱花", "东湖樱花", 1, 4),
        ("a: East\n  Lake", "East Lake", 1, 4),
        ("a: '东湖\n\n  樱花'", "东湖\n樱花", 1, 5),
    ],
)
def test_scalars(written: str, text: str, line: int, column: int) -> None:
    found = value(written)
    assert found.text == text
    assert (found.span.line, found.span.column) == (line, column)


def test_length_is_what_stands_there() -> None:
    assert value("a: 东湖").span.length == 2
    assert value(r'a: "东湖\t樱花"').span.length == 2
    assert value("a: 东湖\n  樱花").span.length == 2


def test_duplicate_keys_name_both_lines() -> None:
    findings = Findings()
    read_mapping(SourceText.of("a.yaml", "x: 1\ny: 2\nx: 3\n"), findings)
    (found,) = findings.diagnostics
    assert found.rule.code == "M034"
    assert found.span.line == 3
    assert found.facts["line"] == "1"


def test_aliases_are_fine_within_bounds() -> None:
    node, codes, _ = read("a: &x [1, 2]\nb: *x\n")
    assert codes == []
    assert node is not None
    assert node.entries["b"].value is node.entries["a"].value


def test_aliases_cannot_grow_deep() -> None:
    """A chain of aliases would be deeper than any bracket in the file."""
    lines = ["a0: &a0 [1]", *(f"a{i}: &a{i} [*a{i - 1}]" for i in range(1, 200))]
    assert read("\n".join(lines))[1] == ["M031"]


@pytest.mark.parametrize(
    ("written", "code", "line"),
    [
        ("a: &x [*x]", "M029", 1),
        ("[" * 100_000, "M031", 1),
        ("{a: " * 100_000, "M031", 1),
        ("", "M008", 0),
        ("# nothing\n", "M008", 0),
        ("~", "M008", 0),
        ("just text", "M009", 1),
        ("标题：东湖\n", "M021", 1),
        ("a: 1\n标题：东湖\nb: 2\n", "M021", 2),
        ("a: 1\n\tb: 2", "M020", 2),
        ("a: 'x\nb: 2\n", "M023", 1),
        ('a: "x\nb: "y"\n', "M023", 1),
        ("a: [x\nb: 2\n", "M024", 1),
        ("a: > x\n", "M027", 1),
        ("a: !重要\n", "M027", 1),
        ("a: %5\n", "M027", 1),
        ("? [a]\n: 1\n", "M030", 1),
        ("<<: {a: 1}\n", "M030", 1),
        ("a: 1\n---\nb: 2\n", "M030", 2),
        ("a: 1\n- b\n", "M026", 2),
    ],
)
def test_faults(written: str, code: str, line: int) -> None:
    findings = Findings()
    read_mapping(SourceText.of("a.yaml", written), findings)
    (found,) = findings.diagnostics
    assert (found.rule.code, found.span.line) == (code, line)


def scalars(node: Node) -> list[TextNode]:
    match node:
        case TextNode():
            return [node]
        case ListNode():
            return [text for item in node.items for text in scalars(item)]
        case MapNode():
            entries = node.entries.values()
            return [text for entry in entries for text in (entry.key, *scalars(entry.value))]


KEYS = st.text("东湖𠮷ab1“” é：—", min_size=1, max_size=6)
WORDS = st.text("东湖𠮷ab1“” é：—\u2028\x85", min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(KEYS, st.lists(WORDS, max_size=3), min_size=1, max_size=4))
def test_any_quoted_text_stands_where_its_span_says(data: dict[str, list[str]]) -> None:
    lines = []
    for key, words in data.items():
        quoted = ", ".join(f"'{word}'" for word in words)
        lines += [f'"{key}":', f"  - [{quoted}]"]
    node, _, source = read("\n".join(lines))
    assert node is not None
    for text in scalars(node):
        start = text.span.column - 1
        written = source.lines[text.span.line - 1][start : start + text.span.length]
        # YAML folds a line separator within quotes, after which nothing stands in one piece.
        assert text.text.startswith(written) or text.span.length == 1


PIECES = st.sampled_from(
    [*"ab:-[]{},&*!|>'\"%@`#?~ \n\t东：\\", ": ", "- ", "\n  ", "a: ", "&a ", "*a", "<<: ", "---\n"]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=30))
def test_any_text_reads_or_is_reported(text: str) -> None:
    node, codes, _ = read(text.replace("\ufeff", ""))
    assert node is not None or codes
