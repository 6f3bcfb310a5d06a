"""`new DIR`: a small issue that renders at once, to begin from."""

from __future__ import annotations

import shutil
from pathlib import Path

import typer

from .. import shipped
from ..model.diagnostics import Bilingual, Lang
from ..output import not_written
from .findings import show_findings
from .usage import wrong_usage

_STARTER = Path(__file__).parents[1] / "starter"
#: The layouts that a new issue begins with; the others can be copied when they are wanted.
_LAYOUTS = (
    "house",
    "cover",
    "contents-short",
    "opening",
    "opening-story",
    "story",
    "story-right",
    "letter",
    "letter-right",
    "panorama",
    "back",
)

_NOT_EMPTY = Bilingual("{folder} 已经存在，而且不是空的", "{folder} exists and is not empty")
_ANOTHER_NAME = Bilingual("换一个名字", "choose another name")
_MADE = Bilingual(
    "已建好 {folder}。下一步：koubei-pdf render {folder}",
    "made {folder}. Next: koubei-pdf render {folder}",
)


def run_new(folder: Path, lang: Lang) -> int:
    """Exit code of `new`."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            return wrong_usage(_NOT_EMPTY, _ANOTHER_NAME, lang, folder=folder)
        _fill(folder)
    except OSError as error:
        show_findings([not_written(folder, error)], folder, lang)
        return 1
    typer.echo(_MADE.text(lang, {"folder": folder}))
    return 0


def _fill(folder: Path) -> None:
    """Make the issue in an empty or new folder: all of it, or nothing where that fails."""
    was_there = folder.exists()
    try:
        shutil.copytree(_STARTER, folder, dirs_exist_ok=True)
        layouts = folder / "layouts"
        for made in (layouts, folder / "out"):
            made.mkdir(exist_ok=True)
        for name in _LAYOUTS:
            shutil.copy(shipped.folder("layouts") / f"{name}.yaml", layouts)
    except BaseException:  # Ctrl-C is none of the Exceptions
        shutil.rmtree(folder, ignore_errors=True)
        if was_there:
            folder.mkdir()
        raise
