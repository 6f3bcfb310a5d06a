"""What was moved so that stories fit: in words, and kept for the next run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer

from ..build import Build
from ..model.diagnostics import Bilingual, Diagnostic, Lang
from ..model.fitting import PLAIN, Choice, Fit
from ..source import lock_name, lock_text

_FITTED = Bilingual("第 {pages} 页 {article}：{moves}{note}", "p. {pages} {article}: {moves}{note}")
_AS_BEFORE = Bilingual("（照原来的记录）", " (as recorded)")
_ANEW = Bilingual("（记录的办法已排不下，重新决定）", " (what was recorded no longer fits)")

_COMMA = Bilingual("，", ", ")
_LIST = Bilingual("、", " and ")
_INSTEAD = Bilingual("改用版式“{layout}”", "layout `{layout}` instead")
_LINES = {
    -1: Bilingual("{count} 段各少一行", "{count:paragraph/paragraphs} a line shorter"),
    1: Bilingual("{count} 段各多一行", "{count:paragraph/paragraphs} a line longer"),
}
_PICTURE = {
    -1: Bilingual("图“{frame}”减 {count} 行", "picture `{frame}` {count:row/rows} less"),
    1: Bilingual("图“{frame}”加 {count} 行", "picture `{frame}` {count:row/rows} more"),
}
_LEFT_OUT = Bilingual("不排 {frames}", "without {frames}")
_PUT_IN = Bilingual("加排 {frames}", "with {frames}")
_HEADINGS = {
    -1: Bilingual("小标题上各减 {rows} 行", "{rows} row less above headings"),
    1: Bilingual("小标题上各加 {rows} 行", "{rows} row more above headings"),
}
_GOES_ON = Bilingual("转页接排", "goes on on other pages")
_TRACKING = {
    -1: Bilingual("字距减 {count}/1000", "tracked {count}/1000 em closer"),
    1: Bilingual("字距加 {count}/1000", "tracked {count}/1000 em wider"),
}


def tell_moves(made: Build, lang: Lang) -> None:
    """Print a line for each story for which the layout was moved."""
    for fit in made.fits:
        if fit.choice != PLAIN:
            note = _AS_BEFORE if fit.is_locked else _ANEW if fit.was_unlocked else None
            facts = {
                "pages": pages_of(fit),
                "article": fit.article,
                "moves": moves_of(fit.choice, lang),
                "note": note.text(lang) if note else "",
            }
            typer.echo(_FITTED.text(lang, facts))


def pages_of(fit: Fit) -> str:
    """The pages of a story: `10–11`."""
    return f"{fit.first}" if fit.first == fit.last else f"{fit.first}–{fit.last}"


def moves_of(choice: Choice, lang: Lang) -> str:
    """All that was moved, in the order of the ladder; nothing where nothing was."""
    return _COMMA.text(lang).join(_moves(choice, lang))


def _moves(choice: Choice, lang: Lang) -> Iterator[str]:
    if choice.layout:
        yield _INSTEAD.text(lang, {"layout": choice.layout})
    for sign in (-1, 1):
        count = sum(abs(lines) for lines in choice.lines.values() if lines * sign > 0)
        if count:
            yield _LINES[sign].text(lang, {"count": count})
    for frame, rows in choice.pictures.items():
        yield _PICTURE[_sign(rows)].text(lang, {"frame": frame, "count": abs(rows)})
    if choice.left_out:
        yield _LEFT_OUT.text(lang, {"frames": _LIST.text(lang).join(choice.left_out)})
    if choice.put_in:
        yield _PUT_IN.text(lang, {"frames": _LIST.text(lang).join(choice.put_in)})
    if choice.headings:
        share = f"{abs(choice.headings) / 2:g}"
        yield _HEADINGS[_sign(choice.headings)].text(lang, {"rows": share})
    if choice.goes_on:
        yield _GOES_ON.text(lang)
    if choice.tracking:
        count = abs(choice.tracking)
        yield _TRACKING[_sign(choice.tracking)].text(lang, {"count": count})


def _sign(number: int) -> int:
    return 1 if number > 0 else -1


def keep_lock(made: Build, manifest: Path) -> Diagnostic | None:
    """Write what was moved beside the manifest, if that differs from what stands there.

    Where nothing was moved there is no such file. Gives what kept it from being written, if any.
    """
    from ..output import not_written, write_atomically

    file = manifest.with_name(lock_name(manifest.name))
    text = lock_text(made.fits)
    try:
        known = file.read_text(encoding="utf-8") if file.exists() else None
        if text is None:
            file.unlink(missing_ok=True)
        elif text != known:
            write_atomically(file, [text.encode()])
    except OSError as error:
        return not_written(file, error)
    return None
