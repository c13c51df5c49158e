"""The settings: what is good counts, what is bad is one clear line and the default."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from braidtui.config import Config, Copying, Exporting, config_path, load_config

STYLES = '"plain", "markdown", "apa" or "chicago"'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_there_are_the_defaults_and_no_toml() -> None:
    script = (
        "import sys; from braidtui.config import *; from pathlib import Path;"
        "assert load_config(Path('missing.toml')) == load_config(None) == (Config(), ());"
        "assert 'tomllib' not in sys.modules and 'platformdirs' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_settings_stand_in_the_folder_for_settings() -> None:
    assert config_path() == Path(os.environ["XDG_CONFIG_HOME"]) / "braidtui/config.toml"


def test_every_setting_is_read(path: Path) -> None:
    path.write_text(
        'theme = "nord"\nwidth = 72\nmouse = false\n'
        'library = ["/shows", "~/talks", "beside"]\n'
        '[keys]\nnext-segment = "]"\n"page.down" = "space,ctrl+f"\n'
        '[copy]\nstyle = "chicago"\ntimestamps = false\n'
        '[export]\nfolder = "~/notes"\nflavor = "obsidian"\ntimestamps = "none"\nsources = "list"\n'
    )
    home = Path(os.environ["HOME"])
    config, complaints = load_config(path)
    assert complaints == ()
    assert config == Config(
        theme="nord",
        width=72,
        library=(Path("/shows"), home / "talks", path.parent / "beside"),
        keys={"next-segment": "]", "page.down": "space,ctrl+f"},
        mouse=False,
        copying=Copying("chicago", timestamps=False),
        exporting=Exporting(home / "notes", "obsidian", "none", "list"),
    )


def test_a_folder_for_exports_may_stand_beside_the_settings_or_be_left_open(path: Path) -> None:
    path.write_text('export.folder = "notes"')
    assert load_config(path) == (Config(exporting=Exporting(path.parent / "notes")), ())
    path.write_text('export.folder = ""')
    assert load_config(path) == (Config(), ())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("# a\nwidht = 60", '2: unknown key "widht" (did you mean "width"?)'),
        ("x = 1", '1: unknown key "x"'),
        ("[kyes]\nq = 1", '1: unknown key "kyes" (did you mean "keys"?)'),
        ("width = 39", "1: width must be a whole number from 40 to 200"),
        ("width = 201", "1: width must be a whole number from 40 to 200"),
        ("width = true", "1: width must be a whole number from 40 to 200"),
        ('width = "60"', "1: width must be a whole number from 40 to 200"),
        ("width = 60.0", "1: width must be a whole number from 40 to 200"),
        ("theme = 1", '1: theme must be the name of one, such as "textual-dark"'),
        ("mouse = 1", "1: mouse must be true or false"),
        (
            'library = "~/a"',
            '1: library must be a list of folders, such as ["~/transcripts"]',
        ),
        ("library = [1]", '1: library must be a list of folders, such as ["~/transcripts"]'),
        ('library = ["a\\u0000b"]', "1: library names a folder that cannot be"),
        (
            "keys = 1",
            '1: keys must be a table, such as [keys] with next_segment = "]"',
        ),
        (
            "[keys]\na = 'x'\nquit = 1",
            '3: the keys of "quit" must be a text, such as "j,down"',
        ),
        ("\n[copy]\nstyle = 'mla'", f"3: copy: style must be {STYLES}"),
        ("copy.style = ['plain']", f"1: copy: style must be {STYLES}"),
        ("copy = {style = 1}", f"1: copy: style must be {STYLES}"),
        ("[copy]\ntimestamps = 'no'", "2: copy: timestamps must be true or false"),
        ("[copy]\nsytle = 1", '2: copy: unknown key "sytle" (did you mean "style"?)'),
        ("copy = 'apa'", "1: copy must be a table, such as [copy]"),
        ("[[export]]", "1: export must be a table, such as [export]"),
        ("[exprt]", '1: unknown key "exprt" (did you mean "export"?)'),
        ("[export]\nfolder = 1", '2: export: folder must be the path of one, such as "~/notes"'),
        ('[export]\nfolder = "a\\u0000b"', "2: export: folder names one that cannot be"),
        (
            "[export]\nflavor = 'gfm'",
            '2: export: flavor must be "commonmark" or "obsidian"',
        ),
        (
            "[copy]\ntimestamps = true\n[export]\n'timestamps' = true",
            '4: export: timestamps must be "turn" or "none"',
        ),
        (
            "[export]\nsources = 'notes'",
            '2: export: sources must be "footnotes", "list" or "none"',
        ),
        ("width = ", "1: Invalid value"),
        ("width = \n", "1: Invalid value"),
        ("a = 1\n\na = 2", "3: Cannot overwrite a value"),
        ("mouse = tru", "1: Invalid value"),
        ('theme = "x', "1: Unterminated string"),
        ("width = 0x" + "f" * 9999, "1: width must be a whole number from 40 to 200"),
        ("width = " + "9" * 9999, "Exceeds the limit (4300 digits)"),
        ("a = " + "[" * 9999, "is nested too deeply"),
        ('"\\u001b[2J\\n" = 1', 'unknown key "␛[2J"'),
    ],
)
def test_what_is_bad_is_one_clear_line_and_the_default(
    path: Path, text: str, complaint: str
) -> None:
    path.write_text(text)
    config, (told,) = load_config(path)
    assert config == Config()
    separator = ":" if complaint[0].isdigit() else ": "
    assert told.startswith(f"config.toml{separator}{complaint}")
    assert told.isprintable()


def test_what_is_good_counts_beside_what_is_bad(path: Path) -> None:
    path.write_text("width = 60\nmouse = 3\nbogus = 1\n")
    config, complaints = load_config(path)
    assert config == Config(width=60)
    assert [complaint.split(":")[1] for complaint in complaints] == ["2", "3"]
    path.write_text("[copy]\ntimestamps = false\nstyle = 1\n[export]\nflavor = 1\nsources = 'none'")
    config, complaints = load_config(path)
    assert config.copying == Copying(timestamps=False)
    assert config.exporting == Exporting(sources="none")
    assert [complaint.split(":")[1] for complaint in complaints] == ["3", "5"]


def test_what_is_no_text_file_is_one_line(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"theme = 'caf\xe9'")
    assert load_config(path) == (Config(), ("config.toml: is not UTF-8",))
    assert load_config(tmp_path)[1] == (f"{tmp_path.name}: cannot be read: it is no file",)
    assert load_config(Path("/dev/zero"))[1] == ("zero: cannot be read: it is no file",)
    path.write_bytes(b"#" * 2_000_000)
    assert load_config(path)[1] == ("config.toml: cannot be read: it is larger than 1 MiB",)


def test_a_byte_order_mark_is_fine(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbfwidth = 60\r\n")
    assert load_config(path) == (Config(width=60), ())


def test_no_theme_name_acts_on_a_terminal(path: Path) -> None:
    path.write_text('theme = "\\u001b[2J"')
    assert load_config(path) == (Config(theme="␛[2J"), ())
