"""Operators with their operands out of a content stream's bytes (ISO 32000-1, 7.8.2).

Never raises for what stands in the stream: what is no PDF comes out as the operator FLAW.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from .. import limits

#: Stands for bytes that are no operator; its operand says why.
FLAW = b"?"
INLINE_IMAGE = b"BI"


class Name(str):
    """A name operand, without its slash."""

    __slots__ = ()


class Operation(NamedTuple):
    """An operator, its operands, and the bytes start..end of the stream that say it.

    Operands: float, bool, None, Name, bytes, list, dict. INLINE_IMAGE has its dictionary and
    its data as operands. A path from its m on, up to the operator that paints it, is one
    operation with the numbers of all of m, l, c, v, y and h: m where it is one polygon, else c.
    """

    operator: bytes
    operands: list[Any]
    start: int
    end: int


#: Bytes of the longest run of numbers before one operator.
_LONGEST = 4 * limits.OPERANDS

_SPACE = rb"[ \t\r\n\f\0]"
_NUMBER = rb"[+-]?+(?:[0-9]++\.?+[0-9]*+|\.[0-9]++)"
_WORD = rb"[A-Za-z'\"][A-Za-z0-9*]*"

#: The usual case: nothing but numbers before an operator, and at most one name behind them.
_PLAIN = re.compile(
    rb"%s*+((?:%s%s++)*+)(?:/([A-Za-z0-9_+.-]++)%s*+)?(%s)(?=[ \t\r\n\f\0()<>\[\]{}/%%]|$)"
    % (_SPACE, _NUMBER, _SPACE, _SPACE, _WORD)
)
#: The rest of a path behind its first m: operators that all take pairs of numbers.
_PATH = re.compile(rb"(?:%s*+(?:%s%s++)*+[mlcvyh](?=%s))*+" % (_SPACE, _NUMBER, _SPACE, _SPACE))
_CURVES = re.compile(rb"[mcvy]")
_BLANK = re.compile(rb"(?:%s|%%[^\r\n]*)*" % _SPACE)
_TOKEN = re.compile(
    rb"(?P<number>%s)(?![0-9.+-])|(?P<word>%s)|/(?P<name>[^ \t\r\n\f\0()<>\[\]{}/%%]*)"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])|<(?P<hex>[0-9A-Fa-f \t\r\n\f\0]*)>|(?P<string>\()"
    % (_NUMBER, _WORD)
)
_STRING_PART = re.compile(rb"[^()\\]+|\\(?:[0-7]{1,3}|\r\n|.)|[()]", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_WORDS = {b"true": True, b"false": False, b"null": None}
_END_OF_IMAGE = re.compile(rb"%sEI(?=%s|$)" % (_SPACE, _SPACE))
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")


def operations(data: bytes) -> Iterator[Operation]:
    """The operations of a stream, in order."""
    at, end = 0, len(data)
    match, path = _PLAIN.match, _PATH.match
    while at < end:
        found = match(data, at)
        if found is None or found[3] in _WORDS or found[3] == INLINE_IMAGE:
            operation = _Reader(data, at).operation()
            if operation is None:
                return
            yield operation
            at = operation.end
            continue
        start, (numbers, name, operator) = at, found.groups()
        at = found.end()
        if len(numbers) > _LONGEST:
            yield Operation(FLAW, ["operands"], start, at)
            continue
        if operator == b"m":
            rest = path(data, at)
            if rest is not None and rest.end() > at:
                if _CURVES.search(rest[0]):
                    operator = b"c"
                numbers += rest[0].translate(None, b"mlcvyh")
                at = rest.end()
        operands: list[Any] = list(map(float, numbers.replace(b"\0", b" ").split()))
        if name is not None:
            operands.append(Name(name.decode("ascii")))
        yield Operation(operator, operands, start, at)


class _FlawError(Exception):
    """Bytes that are no PDF."""


class _Reader:
    """Reads one operation with any operands, token by token."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data, self._start, self._at = data, at, at

    def operation(self) -> Operation | None:
        """The operation from here on, None at the stream's end."""
        operands: list[Any] = []
        try:
            return self._operation(operands)
        except _FlawError as flaw:
            return Operation(FLAW, [str(flaw)], self._start, self._at)

    def _operation(self, operands: list[Any]) -> Operation | None:
        while (found := self._token()) is not None:
            word = found["word"]
            if word is None or word in _WORDS:
                operands.append(self._value(found, 0))
                if len(operands) > limits.OPERANDS:
                    raise _FlawError("operands")
            elif word == INLINE_IMAGE:
                return self._inline_image()
            else:
                return Operation(word, operands, self._start, self._at)
        if operands:
            raise _FlawError("operands without an operator")
        return None

    def _token(self) -> re.Match[bytes] | None:
        """The next token; None at the end. The reading goes on behind it."""
        blank = _BLANK.match(self._data, self._at)
        self._at = blank.end() if blank else self._at
        if self._at >= len(self._data):
            return None
        found = _TOKEN.match(self._data, self._at)
        if found is None:
            at, self._at = self._at, self._at + 1
            raise _FlawError(repr(self._data[at : at + 8])[1:])
        self._at = found.end()
        return found

    def _value(self, found: re.Match[bytes], depth: int) -> Any:
        match found.lastgroup:
            case "number":
                return float(found["number"])
            case "word" if found["word"] in _WORDS:
                return _WORDS[found["word"]]
            case "name":
                return _name(found["name"])
            case "hex":
                digits = b"".join(found["hex"].split())
                return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
            case "string":
                return self._string()
            case "open" if depth < limits.NESTING:
                items = self._items(b"]" if found["open"] == b"[" else b">>", depth + 1)
                return items if found["open"] == b"[" else _dictionary(items)
        raise _FlawError(repr(found[0][:8])[1:])

    def _items(self, close: bytes, depth: int) -> list[Any]:
        """The values up to the closing mark."""
        items: list[Any] = []
        while (found := self._token()) is not None:
            if found["close"] == close:
                return items
            items.append(self._value(found, depth))
        raise _FlawError(f"no {close.decode()}")

    def _string(self) -> bytes:
        """A string up to its closing parenthesis (7.3.4.2)."""
        parts: list[bytes] = []
        level = 1
        for found in _STRING_PART.finditer(self._data, self._at):
            part = found[0]
            level += (part == b"(") - (part == b")")
            if not level:
                self._at = found.end()
                return b"".join(parts)
            parts.append(_unescaped(part) if part.startswith(b"\\") else part)
        self._at = len(self._data)
        raise _FlawError("no )")

    def _inline_image(self) -> Operation:
        """An image between BI and EI (8.9.7), its dictionary and its data."""
        items: list[Any] = []
        while (found := self._token()) is not None and found["word"] != b"ID":
            items.append(self._value(found, 0))
        start = self._at + 1
        end = _END_OF_IMAGE.search(self._data, start)
        if found is None or end is None:
            self._at = len(self._data)
            raise _FlawError("no EI")
        self._at = end.end()
        operands = [_dictionary(items), self._data[start : end.start()]]
        return Operation(INLINE_IMAGE, operands, self._start, self._at)


def _name(raw: bytes) -> Name:
    if b"#" in raw:
        raw = _NAME_CODE.sub(lambda found: bytes([int(found[1], 16)]), raw)
    return Name(raw.decode("utf-8", "replace"))


def _dictionary(items: list[Any]) -> dict[str, Any]:
    if len(items) % 2 or not all(isinstance(key, Name) for key in items[::2]):
        raise _FlawError("dictionary")
    return dict(zip(items[::2], items[1::2], strict=True))


def _unescaped(part: bytes) -> bytes:
    rest = part[1:]
    if rest[:1].isdigit() and rest[:1] < b"8":
        return bytes([int(rest, 8) & 255])
    return b"" if rest in (b"\r\n", b"\n", b"\r") else _ESCAPES.get(rest, rest)
