"""Bad input of every kind: reported with place and remedy in one run, nothing overwritten.

The list is that of the issue `render issue.yaml makes the whole issue`, "Bad input".
"""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from koubei_pdf.cli import app

from ..pages.press import Press
from .conftest import Run

#: file:line:column before the source line.
PLACE = re.compile(r"^ *--> (\S+?)(?::(\d+):(\d+))?$", re.MULTILINE)


def change(name: str, old: str, new: str) -> Callable[[Press], None]:
    """The one place in a file where `old` stands becomes `new`."""

    def make(press: Press) -> None:
        path = press.folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} in {text}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return make


def content(name: str, data: bytes) -> Callable[[Press], None]:
    """The file holds these bytes."""
    return lambda press: Path(press.folder / name).write_bytes(data) and None


def missing(name: str) -> Callable[[Press], None]:
    return lambda press: (press.folder / name).unlink()


@dataclass(frozen=True)
class Case:
    """What is broken, the code that says so, the file and line where it is, what is proposed."""

    what: str
    make: Callable[[Press], None]
    code: str
    place: str
    says: str = ""


STORY = "pages: 2-3, layout: story, article: a"
ARTICLE = "articles/a.md"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

CASES = [
    Case("misspelt key", change(ARTICLE, "title:", "tilte:"), "M040", f"{ARTICLE}:2:1", "title"),
    Case("unknown key", change("issue.yaml", "date:", "when: x\ndate:"), "M040", "issue.yaml:3:1"),
    Case(
        "misspelt key of a layout",
        change("layouts/story.yaml", "columns: 2", "colums: 2"),
        "M040",
        "layouts/story.yaml:5",
        "columns",
    ),
    Case(
        "wrong type", change("issue.yaml", "title: 口碑", "title: {口: 碑}"), "M045", "issue.yaml:2"
    ),
    Case(
        "no number",
        change("layouts/house.yaml", "columns: 24", "columns: 廿四"),
        "M047",
        "layouts/house.yaml:3",
    ),
    Case("missing article", missing(ARTICLE), "M001", "issue.yaml:"),
    Case("missing layout", missing("layouts/blank.yaml"), "M067", "issue.yaml:"),
    Case("missing house style", missing("layouts/house.yaml"), "M001", "issue.yaml"),
    Case("missing font", missing("fonts/Square.ttf"), "F001", "layouts/house.yaml:7"),
    Case("GBK copy", lambda press: _recode(press, "gbk"), "M004", ARTICLE),
    Case("UTF-16 copy", lambda press: _recode(press, "utf-16"), "M004", ARTICLE),
    Case("bytes that are no text", content(ARTICLE, b"---\ntitle: \xff\xfe\xfd\n"), "", ARTICLE),
    Case("page clash", change("issue.yaml", "pages: 4,", "pages: 3,"), "M061", "issue.yaml:"),
    Case("page gap", change("issue.yaml", "pages: 4,", "pages: 6,"), "M062", "issue.yaml:"),
    Case(
        "odd page count",
        change("issue.yaml", "  - {pages: 4, layout: blank}\n", ""),
        "M064",
        "issue.yaml:",
    ),
    Case(
        "unknown layout",
        change("issue.yaml", STORY, STORY.replace("story", "stroy")),
        "M067",
        "issue.yaml:",
        "story",
    ),
    Case(
        "unknown style",
        change("layouts/story.yaml", "style: title", "style: titel"),
        "L006",
        "layouts/story.yaml:3",
        "title",
    ),
    Case("article without a slot", change("issue.yaml", ", article: a", ""), "M070", "issue.yaml:"),
    Case(
        "slot without an article",
        change("issue.yaml", "article: a", "article: b"),
        "M069",
        "issue.yaml:",
    ),
    Case("broken picture", content("articles/p.svg", b"<svg><path"), "P020", "articles/p.svg:1"),
    Case("picture cut short", content("articles/p.svg", b"GIF89a"), "P003", ARTICLE),
    Case("picture of another kind", content("articles/p.svg", b"%!PS-Adobe-3.0"), "P001", ARTICLE),
    Case("broken PDF", content("articles/p.svg", b"%PDF-1.7"), "P010", ARTICLE),
    Case("missing picture", missing("articles/p.svg"), "M001", ARTICLE),
    Case("absurdly large picture", lambda press: _huge(press), "P004", ARTICLE),
    Case("path out of the folder", change(ARTICLE, "p.svg", "../../p.svg"), "M007", ARTICLE),
    Case(
        "absolute path", change("issue.yaml", "articles/a.md", "/etc/passwd"), "M007", "issue.yaml:"
    ),
    Case("alias bomb", content("issue.yaml", BOMB.encode()), "M032", "issue.yaml:"),
    Case(
        "missing glyph", change(ARTICLE, "国国国。\n\n", "国㐀国。\n\n"), "F003", f"{ARTICLE}:6:2"
    ),
    Case(
        "colour out of range",
        change("layouts/house.yaml", "red: [0, 100, 100, 0]", "red: [0, 100, 101, 0]"),
        "M051",
        "layouts/house.yaml:5",
    ),
    Case("empty article", content(ARTICLE, b"---\ntitle: x\nsection: one\n---\n"), "A004", ARTICLE),
    Case("empty file", content(ARTICLE, b""), "M008", ARTICLE),
    Case(
        "article of 100,000 characters",
        change(ARTICLE, "国国国。\n\n", ("国" * 999 + "\n\n") * 99),
        "T001",
        f"{ARTICLE}:",
    ),
    Case(
        "article of more than 100,000 characters",
        change(ARTICLE, "国国国。\n\n", ("国" * 999 + "\n\n") * 101),
        "A005",
        ARTICLE,
    ),
    Case(
        "font name too long for any disk",
        change("layouts/house.yaml", "Square.ttf", "国" * 300),
        "F001",
        "layouts/house.yaml:7",
    ),
    Case(
        "folder name too long for any disk",
        change("issue.yaml", "date:", f"layouts: {'国' * 300}\ndate:"),
        "M003",
        "issue.yaml:3",
    ),
    Case("a folder for a file", lambda press: _folder(press, ARTICLE), "M002", ""),
    Case("no YAML", content("issue.yaml", b"title: [\n"), "", "issue.yaml:"),
]


def _recode(press: Press, encoding: str) -> None:
    path = press.folder / ARTICLE
    path.write_bytes((path.read_text("utf-8") * 3).encode(encoding))


def _folder(press: Press, name: str) -> None:
    (press.folder / name).unlink()
    (press.folder / name).mkdir()


def _huge(press: Press) -> None:
    """A PNG whose head promises 60,000 × 60,000 pixels."""
    press.raster("articles/q.png", 8, 8)
    path = press.folder / "articles/q.png"
    data = bytearray(path.read_bytes())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    path.write_bytes(bytes(data))
    change(ARTICLE, "p.svg", "q.png")(press)


def render(press: Press, lang: str = "en") -> Result:
    return CliRunner().invoke(app, ["render", str(press.folder), "--lang", lang])


def test_the_issue_is_good_before_it_is_broken(press: Press) -> None:
    done = render(press)
    assert done.exit_code == 0, done.output
    assert "0 errors, 0 warnings" in done.output


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_bad_input(press: Press, case: Case) -> None:
    output = press.folder / "out" / "issue.pdf"
    output.parent.mkdir()
    output.write_bytes(b"%PDF-1.6 the last good file")
    case.make(press)
    start = time.perf_counter()
    done = render(press)
    assert time.perf_counter() - start < 10
    assert done.exit_code == 1, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert "Traceback" not in done.output
    assert f"error[{case.code}" in done.output
    assert any(
        match.group().lstrip(" ->").startswith(case.place) for match in PLACE.finditer(done.output)
    )
    assert "= help:" in done.output
    assert case.says in done.output
    assert output.read_bytes() == b"%PDF-1.6 the last good file"
    assert [path.name for path in output.parent.iterdir()] == ["issue.pdf"]
    chinese = render(press, "zh")
    assert chinese.exit_code == 1
    assert "= 建议：" in chinese.output
    assert re.search("[\u4e00-\u9fff]", chinese.output)


def test_marks_and_line_ends_of_other_editors_are_no_fault(press: Press) -> None:
    """A byte order mark and CRLF: the same PDF, byte for byte."""
    assert render(press).exit_code == 0
    plain = (press.folder / "out/issue.pdf").read_bytes()
    for path in [*press.folder.rglob("*.yaml"), *press.folder.rglob("*.md")]:
        text = path.read_text("utf-8")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    done = render(press)
    assert done.exit_code == 0, done.output
    assert (press.folder / "out/issue.pdf").read_bytes() == plain


def test_faults_of_all_files_come_in_one_run(press: Press) -> None:
    """A manifest, an article, a layout, the house style and a picture: each is mended once."""
    change("issue.yaml", "date:", "dat:")(press)
    change(ARTICLE, "section: one", "section: won")(press)
    change("layouts/story.yaml", "columns: 2", "columns: two")(press)
    change("layouts/house.yaml", "size: 20pt", "size: gross")(press)
    content("articles/p.svg", b"<svg")(press)
    done = render(press)
    assert done.exit_code == 1
    files = {match[1] for match in PLACE.finditer(done.output)}
    assert {"issue.yaml", ARTICLE, "layouts/story.yaml", "layouts/house.yaml"} <= files
    assert "5 errors" in done.output


def test_faults_of_pages_come_in_one_run(press: Press) -> None:
    """Overset, a missing glyph and an unknown field: three errors together."""
    change(ARTICLE, "国国国。\n\n", "国㐀国。\n\n" + "国" * 3000 + "\n\n")(press)
    change("layouts/story.yaml", '"{title}"', '"{title}{nonsense}"')(press)
    done = render(press)
    assert done.exit_code == 1
    assert all(f"error[{code}]" in done.output for code in ("T001", "F003", "T004"))


def test_the_same_fault_in_many_places_is_said_once(press: Press) -> None:
    change(ARTICLE, "国国国。\n\n", "国㐀国。\n\n国国㐀。\n\n㐀。\n\n")(press)
    done = render(press)
    assert done.output.count("error[F003]") == 1
    assert f"also: {ARTICLE}:8:3, 10:1" in done.output


#: Sets a terminal's title and its colour, and turns the order of reading.
HOSTILE = "\x1b]0;x\x07\x9b31m\u202e"


@pytest.mark.parametrize(
    "command", ["check", "render", "fit", "slip", "plan", "package", "explain-line"]
)
def test_no_file_drives_the_terminal(press: Press, run: Run, command: str) -> None:
    """Names, titles, labels and copy may hold what a terminal would obey."""
    article = press.folder / ARTICLE
    named = article.rename(article.with_name(f"a{HOSTILE}.md"))
    escaped = HOSTILE.encode("unicode_escape").decode()
    text = named.read_text("utf-8").replace("title: ", f'title: "{escaped}')
    text = re.sub(r'(title: ".*)', r'\1"', text)
    copy = f"国{HOSTILE}[^{HOSTILE}][国]{{.{HOSTILE}}}"
    named.write_text(f"{text}\n{copy}\n", encoding="utf-8")
    manifest = press.folder / "issue.yaml"
    listed = manifest.read_text("utf-8").replace(ARTICLE, f'"articles/a{escaped}.md"')
    manifest.write_text(listed, encoding="utf-8")
    at = ["--at", f"articles/a{HOSTILE}.md:1"] if command == "explain-line" else []
    done = run(command, press.folder, *at)
    assert done.exit_code in (1, 2)
    assert done.output
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done.output)


def test_a_tab_in_a_title_is_a_space_and_told_once(press: Press, run: Run) -> None:
    change(ARTICLE, "title: ", "title: 国\t")(press)
    done = run("check", press.folder, "--lang", "en")
    assert done.exit_code == 0, done.output
    assert done.output.count("-->") == 1
    assert "warning[M010]" in done.output
