"""A folder of programs that stand in for those of the system."""

from pathlib import Path

import pytest


class Programs:
    """Shell scripts in a folder of their own, which is all there is on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def put_recorder(self, name: str) -> Path:
        """A program that writes down its arguments, then its input; gives where."""
        record = self.folder / f"{name}.record"
        self.put(name, f'{{ echo "$@"; /bin/cat; }} >"{record}"')
        return record

    @property
    def environment(self) -> dict[str, str]:
        return {"PATH": str(self.folder)}


@pytest.fixture
def programs(tmp_path: Path) -> Programs:
    folder = tmp_path / "bin"
    folder.mkdir()
    return Programs(folder)
