"""Which pages are on which sheet: saddle stitch (骑马订) and perfect binding (无线胶订)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from .folding import SIGNATURES

Binding = Literal["saddle", "perfect"]

#: The pages of one folded sheet in reading order, by their number in the file; None is blank.
Signature = tuple[int | None, ...]


def with_blanks(count: int, binding: Binding) -> tuple[int | None, ...]:
    """The pages 1 … count and as many blanks as make whole sheets, in reading order.

    Saddle stitch: before the last two pages, the inner and outer back cover, which stay what they
    are. Of an odd count only the last page can be one, since pages before it keep their side.
    Perfect binding: at the end of the block.
    """
    pages = tuple(range(1, count + 1))
    blanks = (None,) * (-count % SIGNATURES[0])
    cover = 0
    if binding == "saddle":
        cover = min(1 if count % 2 else 2, count // 2)
    return (*pages[: count - cover], *blanks, *pages[count - cover :])


def saddle(pages: Sequence[int | None]) -> list[Signature]:
    """Sheets of four pages that lie in each other, the outermost first.

    len(pages) is a multiple of 4.
    """
    last = len(pages) - 1
    return [
        (pages[i], pages[i + 1], pages[last - i - 1], pages[last - i])
        for i in range(0, len(pages) // 2, 2)
    ]


def perfect(pages: Sequence[int | None], most: int) -> list[Signature]:
    """Signatures that lie on each other, of `most` pages; what is left makes smaller ones.

    Small ones stand before the last whole one, so that the block ends with a strong signature.
    len(pages) is a multiple of 4; most is one of `folding.SIGNATURES`.
    """
    whole, rest = divmod(len(pages), most)
    small = [size for size in reversed(SIGNATURES) if rest & size]
    sizes = [most] * (whole - 1) + small + [most] * min(whole, 1)
    ends = accumulate(sizes)
    return [tuple(pages[end - size : end]) for size, end in zip(sizes, ends, strict=True)]
