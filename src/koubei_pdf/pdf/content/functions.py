"""PDF functions (ISO 32000-1, 7.10): numbers in, numbers out."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

import pikepdf

from .. import limits, reasons
from ..reading import UnreadableError, array_of, numbers_of, read_stream
from .allowance import Allowance
from .calculator import calculator

Function = Callable[[Sequence[float]], list[float]]

#: Steps in the time of which a function is made.
_MADE = 200

#: Bytes that are read in the time of a step; they may stay in memory as well.
_READ = 4


def function_of(thing: pikepdf.Object, steps: Allowance | None = None, depth: int = 0) -> Function:
    """The function that an object, or an array of functions of one output, describes.

    Raises UnreadableError where it describes none, as the function does where it is evaluated once
    more than `steps` allow; reading it takes some, too.
    """
    if depth > limits.SPACES:
        raise UnreadableError("functions within functions", reasons.FOLLOWED)
    steps = steps or Allowance()
    steps.spend(_MADE)
    if isinstance(thing, pikepdf.Array):
        parts = [function_of(part, steps, depth + 1) for part in array_of(thing)]
        return lambda values: [result for part in parts for result in part(values)]
    if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        raise UnreadableError("no function")
    domain = _pairs(thing, "/Domain")
    span = _pairs(thing, "/Range") if "/Range" in thing else None
    kind = thing.get("/FunctionType")
    if kind == 0:
        raw = _sampled(thing, domain, span or [], steps)
    elif kind == 2:
        raw = _exponential(thing)
    elif kind == 3:
        raw = _stitched(thing, domain[0], steps, depth)
    elif kind == 4:
        raw = calculator(_read(thing, steps), steps)
    else:
        raise UnreadableError("no function")

    def evaluate(values: Sequence[float]) -> list[float]:
        steps.spend()
        inside = [
            min(max(value, low), high) for value, (low, high) in zip(values, domain, strict=False)
        ]
        results = raw(inside)
        if span is None:
            return results
        return [
            min(max(value, low), high) for value, (low, high) in zip(results, span, strict=False)
        ]

    return evaluate


def _read(thing: pikepdf.Object, steps: Allowance) -> bytes:
    data = read_stream(thing)
    steps.spend(len(data) // _READ)
    return data


def _pairs(thing: pikepdf.Object, key: str) -> list[tuple[float, float]]:
    values = numbers_of(thing.get(key))
    if not values or len(values) % 2:
        raise UnreadableError(f"function without {key}")
    return list(zip(values[::2], values[1::2], strict=True))


def _exponential(thing: pikepdf.Object) -> Function:
    first = numbers_of(thing.get("/C0")) or [0.0]
    last = numbers_of(thing.get("/C1")) or [1.0]
    power = float(thing.get("/N", 1))

    def evaluate(values: Sequence[float]) -> list[float]:
        part = values[0] ** power if values[0] > 0 else 0.0
        return [a + part * (b - a) for a, b in zip(first, last, strict=False)]

    return evaluate


def _stitched(
    thing: pikepdf.Object, domain: tuple[float, float], steps: Allowance, depth: int
) -> Function:
    parts = [function_of(part, steps, depth + 1) for part in array_of(thing.get("/Functions"))]
    bounds = numbers_of(thing.get("/Bounds"))
    encode = _pairs(thing, "/Encode")
    edges = list(pairwise([domain[0], *bounds, domain[1]]))
    if not parts or len(edges) != len(parts) or len(encode) != len(parts):
        raise UnreadableError("stitching function")

    def evaluate(values: Sequence[float]) -> list[float]:
        index = bisect_right(bounds, values[0])
        (low, high), (start, end) = edges[index], encode[index]
        part = (values[0] - low) / (high - low) if high > low else 0.0
        return parts[index]([start + part * (end - start)])

    return evaluate


def _sampled(
    thing: pikepdf.Object,
    domain: list[tuple[float, float]],
    span: list[tuple[float, float]],
    steps: Allowance,
) -> Function:
    """Sampled values, taken between the two nearest of the first input, else at the nearest."""
    sizes = [int(size) for size in numbers_of(thing.get("/Size"))]
    bits, outputs = int(thing.get("/BitsPerSample", 8)), len(span)
    count = math.prod(sizes) * outputs
    if len(sizes) != len(domain) or not outputs or bits not in (8, 16) or count > limits.STREAM:
        raise UnreadableError("sampled function")
    data = _read(thing, steps)
    width = bits // 8
    if len(data) < count * width:
        raise UnreadableError("sampled function")
    decode = _pairs(thing, "/Decode") if "/Decode" in thing else span
    most = (1 << bits) - 1
    strides = [math.prod(sizes[:axis]) for axis in range(len(sizes))]

    def sample(index: int) -> list[float]:
        at = index * outputs * width
        raw = [
            int.from_bytes(data[at + k * width : at + (k + 1) * width], "big")
            for k in range(outputs)
        ]
        return [
            low + value / most * (high - low)
            for value, (low, high) in zip(raw, decode, strict=False)
        ]

    def evaluate(values: Sequence[float]) -> list[float]:
        places = [
            (value - low) / (high - low) * (size - 1) if high > low else 0.0
            for value, (low, high), size in zip(values, domain, sizes, strict=False)
        ]
        rest = sum(
            round(place) * step for place, step in zip(places[1:], strides[1:], strict=False)
        )
        first = min(int(places[0]), sizes[0] - 1)
        part = places[0] - first
        start = sample(rest + first)
        if not part or first + 1 >= sizes[0]:
            return start
        return [a + part * (b - a) for a, b in zip(start, sample(rest + first + 1), strict=False)]

    return evaluate
