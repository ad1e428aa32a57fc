"""`icons.py DIR`: the icon as PNG files, one .ico for Windows and one .icns for macOS, from its SVG."""

import os
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "app.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)
OF_MACOS = {"icp4": 16, "icp5": 32, "ic12": 64, "ic07": 128, "ic08": 256, "ic09": 512}


def main(directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    pictures = {size: png(size) for size in SIZES}
    for size, picture in pictures.items():
        (directory / f"{size}.png").write_bytes(picture)
    (directory / "app.ico").write_bytes(ico(pictures))
    (directory / "side.bmp").write_bytes(side_picture())
    (directory / "app.icns").write_bytes(icns({kind: png(size) for kind, size in OF_MACOS.items()}))


def png(size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return encoded(image, "PNG")


def encoded(image: QImage, kind: str) -> bytes:
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]  # it takes a device, its stub names a path
    return bytes(written.data())


def side_picture() -> bytes:
    """The left side of the installer's last page: the icon on its own colour."""
    image = QImage(164, 314, QImage.Format.Format_RGB888)
    drawing = QImage.fromData(png(96))
    image.fill(drawing.pixelColor(48, 6))
    painter = QPainter(image)
    painter.drawImage(34, 80, drawing)
    painter.end()
    return encoded(image, "BMP")


def ico(pictures: dict[int, bytes]) -> bytes:
    """The pictures in one file: a header, a line for each, and the PNGs as they are."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    lines, offset = b"", len(header) + 16 * len(pictures)
    for size, picture in pictures.items():
        edge = size % 256  # 0 stands for 256
        lines += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return header + lines + b"".join(pictures.values())


def icns(pictures: dict[str, bytes]) -> bytes:
    """The PNGs, each behind its kind and the length of both."""
    parts = [kind.encode() + struct.pack(">I", 8 + len(one)) + one for kind, one in pictures.items()]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    main(Path(sys.argv[1]))
