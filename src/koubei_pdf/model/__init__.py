"""The nouns: frozen dataclasses without I/O. Imports nothing else of the project."""
