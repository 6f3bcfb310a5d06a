"""How much of a file is looked at: every bound on time and memory, in one place.

A file that goes beyond one of them is not judged good: a finding says what was not looked at.
"""

from __future__ import annotations

#: Bytes of the whole file.
FILE = 2 << 30

#: Pages that are judged.
PAGES = 2_000

#: Decoded bytes of one stream (a content stream, a font, a colour table).
STREAM = 64 << 20

#: Decoded bytes of all content streams of the file, forms counted once.
CONTENT = 256 << 20

#: Operators that are carried out, in the file and on one page; a whole path is one. Forms count
#: at every use, as many more.
OPERATORS = 2_000_000
PAGE_OPERATORS = 400_000
FORM = 20

#: Forms, patterns and soft masks within one another; q within q; colour spaces on each other.
DEPTH = 24
SAVES = 512
SPACES = 8

#: Operands of one operator; items of an array of the file; nesting of arrays in operands.
OPERANDS = 4_096
ITEMS = 200_000
NESTING = 32

#: Largest number that has a meaning on a page (pt); PDF's own largest page is 14,400 pt.
COORDINATE = 1e6

#: Decoded bytes of a picture whose inks are measured: read row by row, or held whole where its
#: compression asks for that; and its pixels.
PICTURE = 512 << 20
PICTURE_WHOLE = 160 << 20
PIXELS = 300_000_000

#: Samples of a JPEG that is decoded whole, to see whether its data make sense throughout.
JPEG_CHECKED = 96 << 20

#: What the tiles of a page's patterns paint, one over the other (pt²): 600 pages of A4. Patterns
#: beyond it are left out where ink is measured. A soft mask or a glyph of a Type 3 font counts for
#: as many as SHOWN.
TILED = 300_000_000
SHOWN = 100

#: What the tiles of a page's patterns hold that is noted where it is used; of every pattern the
#: first use is noted in full.
TILE_MARKS = 50_000

#: How long a page may take a renderer, and a file (pt² of plain fills, see content/load): some
#: three and thirteen seconds at each of two renderings. The ink of pages beyond it is not measured.
PAGE_LOAD = 2_000_000_000
LOAD = 10_000_000_000

#: Points of all meshes of the file that are read, to see how large their figures are.
MESHES = 600_000

#: Objects of the file that are looked through.
OBJECTS = 500_000

#: Codes of text on one page that become paths; a page of a newspaper has some 30,000.
CODES = 500_000

#: Steps of one PostScript calculator function, and values on its stack; steps of all functions of
#: a file's gradients together, each as often as it is carried out.
STEPS = 2_000
STACK = 100
STEPS_IN_ALL = 20_000_000

#: Areas of a file that are compared with others, to see what carries on to the bleed beside them.
COMPARED = 10_000_000

#: Places that a finding keeps beside its first.
PLACES = 1_000
