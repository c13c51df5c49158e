"""Copies of what is about to be replaced, beside it."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from braidtui.library.replacing.existing import Existing
from braidtui.library.writing import write_whole


def keep_copy(path: Path, found: Existing) -> Path:
    """Keeps what was found at a path as `NAME.bak`, `NAME.bak-2`...: the first name that is free.

    A link is kept as a link. Raises OSError where it cannot be kept.
    """
    for copy in _free_names(path):
        try:
            if found.link:
                copy.symlink_to(found.link)
            else:
                write_whole(copy, found.data, mode=found.mode)
        except FileExistsError:  # somebody was faster
            continue
        return copy
    raise AssertionError("numbers do not end")


def _free_names(path: Path) -> Iterator[Path]:
    for number in count(1):
        copy = path.with_name(f"{path.name}.bak" + (f"-{number}" if number > 1 else ""))
        if not os.path.lexists(copy):
            yield copy
