"""`verify_library.py RUNTIME SOURCES`: is python311.zip made of the sources that the signed catalogue lists?

The zip has no signature of its own. `python.cat` has one, and holds the digests of the sources; each module
in the zip must be what such a source compiles to. Runs on the same minor version as the runtime's.
"""

import hashlib
import marshal
import re
import sys
import zipfile
from pathlib import Path
from types import CodeType

HEADER = 16
"""Bytes before the code in a .pyc."""

NOT_LISTED = 6
"""Empty files and `__phello__`, which the catalogue leaves out."""


def main(runtime: Path, sources: Path) -> int:
    catalogue = (runtime / "python.cat").read_bytes()
    listed = {match[1] for match in re.finditer(rb"\x04\x20(.{32})", catalogue, re.DOTALL)}
    listed |= {match[1] for match in re.finditer(rb"\x04\x14(.{20})", catalogue, re.DOTALL)}
    wrong, unlisted, good = [], [], 0
    with zipfile.ZipFile(runtime / "python311.zip") as library:
        for name in library.namelist():
            if not name.endswith(".pyc"):
                continue  # texts and grammars of modules that the program does not use
            source = sources / name.removesuffix("c")
            if not source.exists():
                wrong.append(name)
                continue
            text = source.read_bytes()
            if not {hashlib.sha256(text).digest(), hashlib.sha1(text).digest()} & listed:
                unlisted.append(name)
            packed = marshal.loads(library.read(name)[HEADER:])
            made = compile(text, packed.co_filename, "exec", dont_inherit=True, optimize=2)
            if shape(packed) == shape(made):
                good += 1
            else:
                wrong.append(name)
    print(
        f"standard library: {good} modules are the listed sources', "
        f"{len(unlisted)} not listed, {len(wrong)} wrong"
    )
    if wrong or len(unlisted) > NOT_LISTED or not good:
        print("\n".join([*wrong, *unlisted]), file=sys.stderr)
        return 1
    return 0


def shape(code: CodeType) -> tuple[object, ...]:
    """All of a code object that decides what it does."""
    constants = tuple(shape(one) if isinstance(one, CodeType) else _constant(one) for one in code.co_consts)
    return (
        *(code.co_code, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars),
        *(code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_flags),
        *(code.co_firstlineno, code.co_linetable, code.co_exceptiontable, code.co_qualname, constants),
    )


def _constant(value: object) -> tuple[str, str]:
    shown = repr(sorted(map(repr, value))) if isinstance(value, frozenset) else repr(value)
    return type(value).__name__, shown


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
