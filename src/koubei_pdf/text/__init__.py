"""A paragraph becomes lines: `prepare` → `breaking` → `setting`. Pure functions, no files.

`compose` is the public way in, for tests, plug-ins and others.
"""

from .compose import ComposedLine, compose

__all__ = ["ComposedLine", "compose"]
