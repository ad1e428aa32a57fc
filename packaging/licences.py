"""`licences.py SITE_PACKAGES DIR`: the licences of all packages there, a folder each."""

import shutil
import sys
from pathlib import Path


def main(site: Path, directory: Path) -> None:
    for info in sorted(site.glob("*.dist-info")):
        name = info.name.removesuffix(".dist-info")
        for text in sorted(info.rglob("*")):
            if text.is_file() and text.name.upper().startswith(("LICEN", "COPYING", "NOTICE", "LGPL")):
                target = directory / name / text.name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(text, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
