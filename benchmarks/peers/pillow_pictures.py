"""The same pictures by Pillow and LittleCMS alone: ``python -m benchmarks.peers.pillow_pictures``.

Each is read, converted to the press's inks with black point compensation and written as JPEG of the
same quality, one after the other; only the bytes are counted, no page is made.
"""

import argparse
import io
from pathlib import Path

from PIL import Image, ImageCms

PRESS = Path(__file__).resolve().parents[2] / "layouts" / "press"


def main() -> None:
    """Convert all JPEG files of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    transform = ImageCms.buildTransform(
        str(PRESS / "sRGB.icc"),
        str(PRESS / "ISOcoated_v2_300_bas.icc"),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    size = 0
    for path in sorted(parser.parse_args().folder.glob("*.jpg")):
        with Image.open(path) as image:
            converted = ImageCms.applyTransform(image, transform)
        file = io.BytesIO()
        converted.save(file, "JPEG", quality=92, subsampling=0, icc_profile=None)
        size += len(file.getvalue())
    print(f"{size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
