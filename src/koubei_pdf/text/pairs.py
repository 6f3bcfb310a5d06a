"""Places between two characters of certain classes, found in a whole paragraph at once."""

from __future__ import annotations

from collections.abc import Iterable


class Pairs:
    """Pairs of classes: those before a place, with those that may stand after it.

    At most eight pairs, since each is a bit. A class has a byte of bits for the pairs that it
    begins and one for those that it ends; a place is found where the bytes of its two sides
    have a bit in common, which is one AND of long integers for a whole paragraph.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        firsts, seconds = bytearray(256), bytearray(256)
        for bit, (before, after) in enumerate(pairs):
            for kind in before:
                firsts[ord(kind)] |= 1 << bit
            for kind in after:
                seconds[ord(kind)] |= 1 << bit
        self._firsts, self._seconds = bytes(firsts), bytes(seconds)

    def places(self, kinds: str) -> bytes:
        """A byte for each character of a string of classes: not 0 if a place follows it."""
        codes = kinds.encode("ascii")
        firsts = codes.translate(self._firsts)
        seconds = (codes + b"\0")[1:].translate(self._seconds)
        both = int.from_bytes(firsts, "big") & int.from_bytes(seconds, "big")
        return both.to_bytes(len(codes), "big")
