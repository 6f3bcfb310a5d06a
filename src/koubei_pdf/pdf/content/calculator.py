"""PostScript calculator functions (ISO 32000-1, 7.10.5), with a bound on their steps."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import Any

from .. import limits, reasons
from ..reading import UnreadableError
from .allowance import Allowance

_TOKEN = re.compile(rb"[{}]|[^\s{}]+")
_Stack = list[Any]
_Step = Callable[[_Stack], Any]


def calculator(code: bytes, steps: Allowance) -> Callable[[Sequence[float]], list[float]]:
    """The function that the code says. Raises UnreadableError where it is none."""
    tokens = [token.decode("latin-1") for token in _TOKEN.findall(code)]
    if len(tokens) > limits.STEPS:
        raise UnreadableError("calculator function", reasons.FOLLOWED)
    if tokens[:1] != ["{"]:
        raise UnreadableError("calculator function")
    program, rest = _block(tokens[1:], 0, steps)
    if rest:
        raise UnreadableError("calculator function")

    def evaluate(values: Sequence[float]) -> list[float]:
        stack: _Stack = list(values)
        try:
            program(stack)
            return [float(value) for value in stack]
        except (ArithmeticError, IndexError, TypeError, ValueError) as error:
            raise UnreadableError("calculator function") from error

    return evaluate


def _block(tokens: list[str], depth: int, steps: Allowance) -> tuple[_Step, list[str]]:
    """What carries out the instructions up to the closing brace, and the tokens behind it."""
    program: list[_Step] = []
    blocks: list[_Step] = []
    if depth >= limits.NESTING:
        raise UnreadableError("calculator function", reasons.FOLLOWED)
    while tokens:
        token, tokens = tokens[0], tokens[1:]
        if token == "}" and not blocks:
            return _sequence(program, steps), tokens
        if token == "{":
            block, tokens = _block(tokens, depth + 1, steps)
            blocks.append(block)
        elif (token, len(blocks)) in _CHOICES:
            program.append(_choice(*blocks))
            blocks = []
        elif blocks:
            break
        elif token in _OPERATORS:
            program.append(_OPERATORS[token])
        else:
            program.append(_push(token))
    raise UnreadableError("calculator function")


#: How many blocks stand before an operator that chooses.
_CHOICES = (("if", 1), ("ifelse", 2))


def _sequence(program: list[_Step], steps: Allowance) -> _Step:
    count = len(program)

    def run(stack: _Stack) -> None:
        steps.spend(count)
        for step in program:
            step(stack)
        if len(stack) > limits.STACK:
            raise ValueError

    return run


def _choice(block: _Step, other: _Step | None = None) -> _Step:
    def run(stack: _Stack) -> None:
        if stack.pop():
            block(stack)
        elif other is not None:
            other(stack)

    return run


def _push(token: str) -> _Step:
    try:
        value = float(token)
    except ValueError as error:
        raise UnreadableError(f"calculator function: {token[:20]}") from error
    return lambda stack: stack.append(value)


def _one(work: Callable[[Any], Any]) -> Callable[[_Stack], None]:
    def run(stack: _Stack) -> None:
        stack.append(work(stack.pop()))

    return run


def _two(work: Callable[[Any, Any], Any]) -> Callable[[_Stack], None]:
    def run(stack: _Stack) -> None:
        second, first = stack.pop(), stack.pop()
        stack.append(work(first, second))

    return run


def _copy(stack: _Stack) -> None:
    count = int(stack.pop())
    if not 0 <= count <= len(stack) or len(stack) + count > limits.STACK:
        raise ValueError
    stack += stack[len(stack) - count :]


def _roll(stack: _Stack) -> None:
    shift, count = int(stack.pop()), int(stack.pop())
    if not 0 < count <= len(stack):
        raise ValueError
    top = stack[-count:]
    shift %= count
    stack[-count:] = top[-shift:] + top[:-shift] if shift else top


def _index(stack: _Stack) -> None:
    stack.append(stack[-1 - int(stack.pop())])


def _exchange(stack: _Stack) -> None:
    stack[-2:] = [stack[-1], stack[-2]]


def _shift(value: float, by: float) -> int:
    whole, places = int(value), max(-64, min(int(by), 64))
    return whole * 2**places if places >= 0 else whole >> -places


_OPERATORS: dict[str, _Step] = {
    "abs": _one(abs),
    "add": _two(lambda a, b: a + b),
    "and": _two(lambda a, b: int(a) & int(b)),
    "atan": _two(lambda a, b: math.degrees(math.atan2(a, b)) % 360),
    "bitshift": _two(_shift),
    "ceiling": _one(math.ceil),
    "copy": _copy,
    "cos": _one(lambda a: math.cos(math.radians(a))),
    "cvi": _one(int),
    "cvr": _one(float),
    "div": _two(lambda a, b: a / b),
    "dup": lambda stack: stack.append(stack[-1]),
    "eq": _two(lambda a, b: a == b),
    "exch": _exchange,
    "exp": _two(lambda a, b: float(a) ** b),
    "false": lambda stack: stack.append(False),
    "floor": _one(math.floor),
    "ge": _two(lambda a, b: a >= b),
    "gt": _two(lambda a, b: a > b),
    "idiv": _two(lambda a, b: int(a / b)),
    "index": _index,
    "le": _two(lambda a, b: a <= b),
    "ln": _one(math.log),
    "log": _one(math.log10),
    "lt": _two(lambda a, b: a < b),
    "mod": _two(lambda a, b: math.fmod(a, b)),
    "mul": _two(lambda a, b: a * b),
    "ne": _two(lambda a, b: a != b),
    "neg": _one(lambda a: -a),
    "not": _one(lambda a: not a if isinstance(a, bool) else ~int(a)),
    "or": _two(lambda a, b: int(a) | int(b)),
    "pop": lambda stack: stack.pop(),
    "roll": _roll,
    "round": _one(lambda a: math.floor(a + 0.5)),
    "sin": _one(lambda a: math.sin(math.radians(a))),
    "sqrt": _one(math.sqrt),
    "sub": _two(lambda a, b: a - b),
    "true": lambda stack: stack.append(True),
    "truncate": _one(math.trunc),
    "xor": _two(lambda a, b: int(a) ^ int(b)),
}
