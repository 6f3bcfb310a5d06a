"""A bound on what threads hold together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Budget:
    """Lets threads begin while they hold no more than `most` together; one alone may hold more."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held = 0
        self._freed = Condition()

    @contextmanager
    def taken(self, amount: int) -> Iterator[None]:
        """Wait until `amount` can be held, and hold it."""
        with self._freed:
            self._freed.wait_for(lambda: not self._held or self._held + amount <= self._most)
            self._held += amount
        try:
            yield
        finally:
            with self._freed:
                self._held -= amount
                self._freed.notify_all()
