"""A notebook that can only be read is read; what cannot be kept is told in one line."""

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from braidtui.notebook.disk import schema
from braidtui.notebook.places import Notebook

FILE = Path("/lib/008.yaml")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.sqlite"


READ_ONLY = """
import os, shutil, sys, tempfile  # while the modules can be read
from pathlib import Path
from braidtui.notebook.places import Notebook, NotebookError, Place
from braidtui.notebook.keepsakes import Keepsakes
notebook = Notebook(Path(sys.argv[1]))
os.chmod(sys.argv[1], 0o444)
os.chmod(notebook.path.parent, 0o555)
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
print(sorted(notebook.progress().items()), notebook.keepsakes.all(), notebook.keepsakes.revision())
try:
    notebook.keep_place("008", Path("/x"), Place(1, 0, None, 0.9))
except NotebookError as error:
    print(error)
"""


def read_only(path: Path) -> list[str]:
    """What a person finds who may read the notebook and nothing more."""
    for folder in path.parents[:4]:  # those of pytest, with the one of each of its workers
        folder.chmod(stat.S_IMODE(folder.stat().st_mode) | 0o055)
    try:
        command = [sys.executable, "-c", READ_ONLY, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False)
    finally:
        path.parent.chmod(0o755)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_in_a_read_only_folder_it_is_read_and_a_change_is_refused_in_one_line(path: Path) -> None:
    Notebook(path).set_read("009", FILE, True)
    found, refused = read_only(path)
    assert found == "[('009', 1.0)] () 0"
    assert refused.startswith(f"not kept: notebook {path}: ")
    assert "can only be read" in refused


def test_in_a_read_only_folder_an_older_version_is_read(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute(schema.STEPS[0][0])
        database.execute("INSERT INTO places (key, path, is_read) VALUES (x'303039', x'30', 1)")
        database.execute("PRAGMA user_version = 1")
    database.close()
    assert read_only(path)[0] == "[('009', 1.0)] () 0"


def test_in_a_read_only_folder_what_was_left_half_done_is_not_seen(path: Path) -> None:
    Notebook(path).set_read("009", FILE, True)
    half_done = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1')\n"
        "c.execute('BEGIN EXCLUSIVE')\n"
        "c.execute('UPDATE places SET is_read = 0, furthest = 0.1')\n"
        "for n in range(99):\n"
        "    c.execute(f\"INSERT INTO places (key, path) VALUES (x'{n:02x}', zeroblob(4000))\")\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", half_done, str(path)], check=False)
    assert path.with_name("notebook.sqlite-journal").stat().st_size
    path.with_name("notebook.sqlite-journal").chmod(0o444)
    assert read_only(path)[0] == "[('009', 1.0)] () 0"
    assert Notebook(path).progress() == {"009": 1.0}
    assert not path.with_name("notebook.sqlite-journal").exists()


def test_a_full_disk_is_told_and_nothing_is_lost(path: Path) -> None:
    notebook = Notebook(path)
    notebook.set_read("009", FILE, True)
    full = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from braidtui.notebook.places import Notebook, NotebookError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "notebook = Notebook(Path(sys.argv[1]))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (notebook.path.stat().st_size,) * 2)\n"
        "for n in range(9999):\n"
        "    try:\n"
        "        notebook.set_read(f'{n}' * 99, Path('/x'), True)\n"
        "    except NotebookError as error:\n"
        "        print(n, error)\n"
        "        break\n"
    )
    command = [sys.executable, "-c", full, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    kept, _, told = done.stdout.strip().partition(" ")
    assert told.startswith(f"not kept: notebook {path}: ") and "\n" not in told
    assert len(notebook.progress()) == 1 + int(kept)
    assert not [found for found in path.parent.iterdir() if found.suffix != ".sqlite"]
    notebook.set_read("010", FILE, True)
