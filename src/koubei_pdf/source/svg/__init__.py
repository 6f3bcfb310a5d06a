"""The parts of the SVG reader: tree, styles, numbers, paths, shapes, clips, paint."""
