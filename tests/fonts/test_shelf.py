"""Fonts that cannot be used are found when they are loaded, each once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from koubei_pdf.fonts import RULES, FontShelf, missing_glyph
from koubei_pdf.model.diagnostics import Diagnostic, Rule
from koubei_pdf.model.style import FontRole

from .conftest import SPAN

MakeFont = Callable[..., Path]


def load(folder: Path, *names: str) -> tuple[FontShelf, list[Diagnostic]]:
    return FontShelf.load({"song": FontRole(names, names)}, [folder], SPAN)


def only_fault(folder: Path, name: str) -> Diagnostic:
    _, faults = load(folder, name)
    (fault,) = faults
    assert fault.span == SPAN
    for lang in ("zh", "en"):
        sentence = fault.rule.message.text(lang, fault.facts)
        assert name.split(".")[0] in sentence
    return fault


def test_a_font_is_found_by_its_name_with_or_without_suffix(square_font: MakeFont) -> None:
    path = square_font()
    for name in ("Square", "Square.ttf"):
        shelf, faults = load(path.parent, name)
        assert not faults
        assert shelf.primary("song") is shelf.face("Square")


def test_the_first_folder_wins(square_font: MakeFont, tmp_path: Path) -> None:
    path = square_font()
    other = tmp_path / "other"
    other.mkdir()
    (other / path.name).write_bytes(path.read_bytes())
    roles = {"song": FontRole(("Square",), ())}
    shelf, _ = FontShelf.load(roles, [tmp_path / "none", other, tmp_path], SPAN)
    assert shelf.face("Square").path.parent == other


def test_missing_file(tmp_path: Path) -> None:
    fault = only_fault(tmp_path, "Nowhere")
    assert fault.rule.code == "F001"
    assert fault.facts["tried"] == "Nowhere.ttf, Nowhere.otf"
    assert fault.facts["folders"] == tmp_path.as_posix()


@pytest.mark.parametrize(
    "name",
    ["../Square.ttf", "../Square", "a/../../Square", "..", r"..\Square.ttf", r"C:\Square.ttf", "@"],
)
def test_no_path_leads_out_of_the_folder(square_font: MakeFont, name: str) -> None:
    """Though the font is there; "@" stands for its absolute path."""
    path = square_font()
    folder = path.parent / "fonts"
    (folder / "a").mkdir(parents=True)
    _, (fault,) = load(folder, name.replace("@", path.as_posix()))
    assert fault.rule.code == "F006"


def test_a_font_may_lie_in_a_folder_below(square_font: MakeFont) -> None:
    path = square_font()
    for name in (f"{path.parent.name}/Square", f"./x/../{path.parent.name}/Square.ttf"):
        (path.parent.parent / "x").mkdir(exist_ok=True)
        _, faults = load(path.parent.parent, name)
        assert not faults


@pytest.mark.parametrize("length", [0, 4, 60, 300, -20])
def test_broken_file(square_font: MakeFont, length: int) -> None:
    path = square_font()
    path.write_bytes(path.read_bytes()[:length])
    assert only_fault(path.parent, "Square").rule.code == ("F002" if length else "F005")


def test_missing_table(square_font: MakeFont) -> None:
    path = square_font()
    path.write_bytes(path.read_bytes().replace(b"hmtx", b"xxxx"))
    fault = only_fault(path.parent, "Square")
    assert (fault.rule.code, fault.facts["why"]) == ("F002", "hmtx")


@pytest.mark.parametrize("magic", [b"wOFF", b"wOF2", b"ttcf", b"%PDF"])
def test_other_formats(tmp_path: Path, magic: bytes) -> None:
    (tmp_path / "Web.ttf").write_bytes(magic + bytes(100))
    assert only_fault(tmp_path, "Web").rule.code == "F005"


@pytest.mark.parametrize(
    ("bits", "is_allowed"),
    [(0, True), (4, True), (8, True), (0x0C, True), (2, False), (0x108, False), (0x204, False)],
)
def test_embedding_permission(square_font: MakeFont, bits: int, is_allowed: bool) -> None:
    path = square_font(fs_type=bits)
    if is_allowed:
        assert not load(path.parent, "Square")[1]
    else:
        assert only_fault(path.parent, "Square").rule.code == "F004"


def test_a_fault_does_not_hide_the_other_faces(square_font: MakeFont) -> None:
    path = square_font()
    shelf, faults = load(path.parent, "Nowhere", "Square")
    assert [fault.rule.code for fault in faults] == ["F001"]
    assert shelf.tried("song") == ("Square",)


def test_a_missing_glyph_names_the_character_and_the_faces(shelf: FontShelf) -> None:
    fault = missing_glyph("𠮷", SPAN, shelf.tried("kai"))
    assert fault.is_error
    assert fault.facts == {
        "char": "𠮷",
        "code": "U+20BB7",
        "faces": "LXGWWenKai-Regular, NotoSerifSC-Regular",
    }


def test_codes_are_in_order_and_have_no_gap() -> None:
    assert [rule.code for rule in RULES] == [f"F{n:03}" for n in range(1, len(RULES) + 1)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_texts_stand_in_both_languages(rule: Rule) -> None:
    for text in (rule.message, rule.help, rule.explain):
        assert text.zh
        assert text.en
    assert not rule.message.en.endswith(".")
    assert not rule.help.en.endswith(".")
