"""Page content: bytes → operators → painted objects with their graphics state."""
