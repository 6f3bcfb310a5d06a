"""What the import contract does not hold: owners of packages, purity, sizes.

The layers themselves are held by import-linter (pyproject.toml). Here imports count wherever they
stand, in functions and for type checkers too.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "koubei_pdf"
FILES = sorted(PACKAGE.rglob("*.py"))

#: Which parts of the package may import what is not in the standard library.
OWNERS = {
    "rjieba": {"text"},
    "pyphen": {"text"},
    "mdit_py_plugins": {"source"},
    "segno": {"pages"},
    "fontTools": {"fonts"},
    "markdown_it": {"source"},
    "PIL": {"checks", "imaging", "pdf", "source"},
    "pikepdf": {"output", "checks", "pdf", "source", "imposition"},
    "pypdfium2": {"checks", "flatplan"},
    "reportlab": {"output"},
    "rich": {"cli"},
    "typer": {"cli"},
    "uharfbuzz": {"fonts"},
    "yaml": {"source"},
}

#: Nothing that a page depends on may come from these modules …
IMPURE = {"locale", "random", "socket", "urllib", "http", "getpass", "platform", "tempfile"}
#: … or from these attributes of others.
IMPURE_ATTRIBUTES = {
    ("os", "environ"),
    ("os", "getenv"),
    ("os", "getcwd"),
    ("time", "time"),
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("Path", "cwd"),
    ("Path", "home"),
}
#: Builtins and methods that open files: text and pages are handed nouns, and give nouns back.
OPENERS = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "iterdir",
    "glob",
    "rglob",
}

LONGEST_FILE, LONGEST_FUNCTION = 350, 60


def part_of(file: Path) -> str:
    """The part of the package that a file belongs to: a folder, or the module's own name."""
    first = file.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, top-level name) of every absolute import, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.lineno, node.module.partition(".")[0]


def strangers(source: str, part: str) -> list[str]:
    """Imports from outside that this part of the package may not have."""
    found = []
    for line, name in imports(ast.parse(source)):
        if name in sys.stdlib_module_names or name == "koubei_pdf":
            continue
        if part not in OWNERS.get(name, set()):
            found.append(f"{line}: {name}")
    return found


def impurities(source: str) -> list[str]:
    """Uses of the clock, the locale, chance, the environment or the network."""
    tree = ast.parse(source)
    found = [f"{line}: {name}" for line, name in imports(tree) if name in IMPURE]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if (name, node.attr) in IMPURE_ATTRIBUTES:
                found.append(f"{node.lineno}: {name}.{node.attr}")
    return found


def openings(source: str) -> list[str]:
    """Calls that open or list files."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            function = node.func
            name = (
                function.attr
                if isinstance(function, ast.Attribute)
                else getattr(function, "id", "")
            )
            if name in OPENERS:
                found.append(f"{node.lineno}: {name}")
    return found


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Name and number of lines of every function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


each_file = pytest.mark.parametrize(
    "file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix()
)


@each_file
def test_packages_have_one_owner(file: Path) -> None:
    assert strangers(file.read_text("utf-8"), part_of(file)) == []


@each_file
def test_nothing_outside_the_command_line_asks_the_world(file: Path) -> None:
    if part_of(file) not in ("cli", "__main__"):
        assert impurities(file.read_text("utf-8")) == []


@each_file
def test_text_and_pages_open_no_file(file: Path) -> None:
    if part_of(file) in ("model", "text", "pages"):
        source = file.read_text("utf-8")
        assert openings(source) == []
        assert not [
            name for _, name in imports(ast.parse(source)) if name in ("io", "os", "pathlib")
        ]


@each_file
def test_files_and_functions_are_short(file: Path) -> None:
    source = file.read_text("utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE
    assert [(name, size) for name, size in functions(source) if size > LONGEST_FUNCTION] == []


@each_file
def test_files_say_what_they_are(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text("utf-8"))), "a docstring is missing"


def test_the_checks_see_what_they_look_for() -> None:
    hidden = "def f():\n    import reportlab.pdfgen\n    from PIL import Image\n"
    assert strangers(hidden, "pages") == ["2: reportlab", "3: PIL"]
    assert strangers(hidden, "output") == ["3: PIL"]
    assert strangers("import numpy", "output") == ["1: numpy"]
    assert impurities("import random\nx = os.environ['A']\ny = datetime.date.today()\n") == [
        "1: random",
        "2: os.environ",
        "3: date.today",
    ]
    assert openings("open('a')\nPath('b').read_text()\n") == ["1: open", "2: read_text"]
    assert list(functions("def f():\n    return 1\n")) == [("f", 2)]
