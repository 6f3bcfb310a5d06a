"""koubei-pdf: a Chinese magazine from manuscript to press."""

__version__ = "0.1.0"
