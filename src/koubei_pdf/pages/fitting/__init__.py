"""Copyfitting: the levers of a layout, how they are tried, and what to cut where none helps.

A lever is a module with `moves`: where it can be put, cheapest first, as functions from a Choice
to a Choice. `apply` moves the frames of a layout; `search` decides.
"""
