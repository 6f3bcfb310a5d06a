"""The faces of an issue by role, and which of them sets which part of a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model.diagnostics import Diagnostic, Span
from ..model.style import FontRole
from .face import Face
from .itemise import COMBINED, COMBINING, script_runs
from .loading import load_face
from .quotes import western_quotes

Piece = tuple[int, int, Face | None]

QUOTATION_MARKS = "“”‘’"


@dataclass(frozen=True, slots=True)
class _Role:
    """The faces of a role in the order to try: for Han matter, and for Latin matter.

    `narrow` are the marks that the first Han face sets as a Western font does; in Chinese
    they are full width (GB/T 15834 5.1), so that the next face that has them so lends them.
    """

    han: tuple[Face, ...]
    latin: tuple[Face, ...]
    narrow: frozenset[str] = frozenset()
    sole: Face | None = None


class FontShelf:
    """All faces of an issue, each opened once."""

    def __init__(self, faces: Mapping[str, Face], roles: Mapping[str, FontRole]) -> None:
        """`faces` by the name that `roles` call them; names without a face are passed over."""
        self._faces = {face.key: face for face in faces.values()}
        self._roles = {}
        for name, role in roles.items():
            han = [faces[file] for file in role.han if file in faces]
            latin = [faces[file] for file in role.latin if file in faces]
            faces_han = _unique(han + latin)
            faces_latin, narrow = _unique(latin + han), _narrow(faces_han)
            one = faces_han[:1] == faces_latin[:1] and not narrow
            sole = faces_han[0] if faces_han and one else None
            self._roles[name] = _Role(faces_han, faces_latin, narrow, sole)

    @classmethod
    def load(
        cls, roles: Mapping[str, FontRole], folders: Sequence[Path], span: Span
    ) -> tuple[FontShelf, list[Diagnostic]]:
        """Open every face that `roles` name, each file once.

        Faults are found where a role first names the file; at `span` if that is not known.
        """
        faces: dict[str, Face] = {}
        faults: list[Diagnostic] = []
        places: dict[str, Span] = {}
        for role in roles.values():
            for name in (*role.han, *role.latin):
                places.setdefault(name, role.places.get(name, span))
        for name, place in places.items():
            found = load_face(name, folders, place)
            if isinstance(found, Face):
                faces[name] = found
            else:
                faults.append(found)
        return cls(faces, roles), faults

    def face(self, key: str) -> Face:
        """The face of that key (its file's name without suffix)."""
        return self._faces[key]

    @property
    def faces(self) -> tuple[Face, ...]:
        """All faces, in the order in which roles name them."""
        return tuple(self._faces.values())

    @property
    def first_role(self) -> str:
        """The role that the house style names first."""
        return next(iter(self._roles))

    def primary(self, role: str) -> Face:
        """The role's first Han face: it sets the line's measure in em."""
        return self._roles[role].han[0]

    def tried(self, role: str) -> tuple[str, ...]:
        """The keys of all faces of the role, Han faces first, as a missing glyph names them."""
        return tuple(face.key for face in self._roles[role].han)

    def itemise(self, text: str, role: str, western: Collection[int] | None = None) -> list[Piece]:
        """Maximal runs (start, end, face) of `text`; face None where no face has the glyphs.

        western: the places of its Western quotation marks and apostrophes; None: see `quotes`.
        """
        faces = self._roles[role]
        # Most text is all of one face: it need not be looked at by script.
        combines = COMBINING.search(text)
        if faces.sole is not None and text and not combines and not faces.sole.missing(text):
            return [(0, len(text), faces.sole)]
        if western is None:
            western = western_quotes(text)
        pieces: list[Piece] = []
        for start, end, is_latin in script_runs(text, western):
            choice = faces.latin if is_latin else faces.han
            narrow = frozenset() if is_latin else faces.narrow
            pieces.extend(_pieces(text, start, end, choice, narrow))
        return _joined(_with_combined(text, pieces, faces) if combines else pieces)


def _with_combined(text: str, pieces: Sequence[Piece], faces: _Role) -> Iterator[Piece]:
    """The pieces, where a character with combining marks is set by one face that can draw both;
    None where there is none."""
    done = 0
    for match in COMBINED.finditer(text):
        start, end = match.span()
        yield from _cut(pieces, done, start)
        is_latin = next(script_runs(match.group()))[2]
        choice = faces.latin if is_latin else faces.han
        yield start, end, next((face for face in choice if face.draws(match.group())), None)
        done = end
    yield from _cut(pieces, done, len(text))


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """What of the pieces lies in start..end."""
    for first, last, face in pieces:
        if max(first, start) < min(last, end):
            yield max(first, start), min(last, end), face


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbours of one face as one piece."""
    joined: list[Piece] = []
    for start, end, face in pieces:
        first = joined.pop()[0] if joined and joined[-1][2] is face else start
        joined.append((first, end, face))
    return joined


def _unique(faces: Sequence[Face]) -> tuple[Face, ...]:
    return tuple({face.key: face for face in faces}.values())


def _narrow(faces: Sequence[Face]) -> frozenset[str]:
    """Quotation marks that the first face sets narrow and another sets in full width."""
    if not faces:
        return frozenset()
    return frozenset(
        mark
        for mark in QUOTATION_MARKS
        if not faces[0].is_full_width(mark) and any(f.is_full_width(mark) for f in faces[1:])
    )


def _pieces(
    text: str, start: int, end: int, choice: Sequence[Face], narrow: frozenset[str]
) -> Iterator[Piece]:
    """The parts of text[start:end] by the first face of `choice` that has each character."""
    lacking = choice[0].missing(text[start:end]) if choice else set(text[start:end])
    if narrow:
        lacking |= narrow.intersection(text[start:end])
    if not lacking:
        yield start, end, choice[0]
        return
    for index in range(start, end):
        char = text[index]
        if choice and char not in lacking:
            yield index, index + 1, choice[0]
        else:
            wide = char in narrow
            others = (
                face
                for face in choice[1:]
                if face.covers(char) and (not wide or face.is_full_width(char))
            )
            yield index, index + 1, next(others, None)
