"""The person's settings: `config.toml`, and the folders that hold what is theirs."""

import os
import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from braidtui.episode.problem import shortened
from braidtui.episode.safe_text import clean_line

_LARGEST = 1024 * 1024  # bytes; settings are some hundred
_NARROWEST, _WIDEST = 40, 200
_LINE_OF_FAULT = re.compile(r"(.*?)\s*\(at (?:line (\d+), column \d+|end of document)\)")


class Config(NamedTuple):
    """What the person has set. `keys` gives for a command's id its keys, parted by commas."""

    theme: str = ""
    width: int = 88
    library: tuple[Path, ...] = ()
    keys: Mapping[str, str] = MappingProxyType({})
    mouse: bool = True


def own_folder(kind: Literal["config", "data", "cache"]) -> Path | None:
    """The person's folder of a kind, made or not; None where there is no home to hold it."""
    import platformdirs

    path_of = getattr(platformdirs, f"user_{kind}_path")
    try:
        folder: Path = path_of("braidtui", appauthor=False)
    except RuntimeError:  # no home; older versions give a path that starts with "~" then
        return None
    return folder if folder.is_absolute() else None


def config_path() -> Path | None:
    """Where the settings stand, written or not; None without a home."""
    folder = own_folder("config")
    return folder / "config.toml" if folder else None


def load_config(path: Path | None) -> tuple[Config, tuple[str, ...]]:
    """The settings, and one safe line for each that is bad; those have their defaults."""
    if path is None:
        return Config(), ()
    try:
        text = _text_of(path)
    except (FileNotFoundError, NotADirectoryError):
        return Config(), ()
    except OSError as error:
        return Config(), (_complaint(path, None, f"cannot be read: {error.strerror}"),)
    except UnicodeDecodeError:
        return Config(), (_complaint(path, None, "is not UTF-8"),)
    return _parsed(path, text)


def _text_of(path: Path) -> str:
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(0, "it is no file")
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise OSError(0, "it is larger than 1 MiB")
    return content.decode("utf-8-sig")


def _parsed(path: Path, text: str) -> tuple[Config, tuple[str, ...]]:
    import tomllib

    try:
        table = tomllib.loads(text)
    except RecursionError:
        return Config(), (_complaint(path, None, "is nested too deeply"),)
    except ValueError as error:
        words, line = _fault(str(error), text)
        return Config(), (_complaint(path, line, words),)
    settings: dict[str, Any] = {}
    complaints = []
    for name, value in table.items():
        try:
            settings[name] = _setting(name, value, path.parent)
        except _SettingError as bad:
            complaints.append(_complaint(path, _line_of(bad.name or name, text), str(bad)))
    return Config(**settings), tuple(complaints)


class _SettingError(Exception):
    """A setting is not what it should be; `name` is the key in a table, where it is in one."""

    def __init__(self, words: str, name: str = "") -> None:
        self.name = name
        super().__init__(words)


def _setting(name: str, value: object, folder: Path) -> object:
    if name in _READERS:
        return _READERS[name](value, folder)
    from braidtui.episode.reading.suggestions import did_you_mean

    raise _SettingError(f'unknown key "{clean_line(name)}"{did_you_mean(name, _READERS)}')


def _theme(value: object, _folder: Path) -> str:
    if not isinstance(value, str):
        raise _SettingError('theme must be the name of one, such as "textual-dark"')
    return clean_line(value)


def _width(value: object, _folder: Path) -> int:
    fits = type(value) is int and _NARROWEST <= value <= _WIDEST
    if not isinstance(value, int) or not fits:
        raise _SettingError(f"width must be a whole number from {_NARROWEST} to {_WIDEST}")
    return value


def _library(value: object, folder: Path) -> tuple[Path, ...]:
    """Folders; `~` is the home, and one without a root stands beside the settings."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _SettingError('library must be a list of folders, such as ["~/transcripts"]')
    if any("\0" in item for item in value):
        raise _SettingError("library names a folder that cannot be")
    # os.path: where there is no home, "~" stays and is a folder that is missing
    return tuple(folder / os.path.expanduser(item) for item in value if item)  # noqa: PTH111


def _keys(value: object, _folder: Path) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise _SettingError('keys must be a table, such as [keys] with next_segment = "]"')
    for command, keys in value.items():
        if not isinstance(keys, str):
            raise _SettingError(
                f'the keys of "{command}" must be a text, such as "j,down"', command
            )
    return MappingProxyType({clean_line(name): clean_line(keys) for name, keys in value.items()})


def _mouse(value: object, _folder: Path) -> bool:
    if not isinstance(value, bool):
        raise _SettingError("mouse must be true or false")
    return value


_READERS: Mapping[str, Callable[[object, Path], object]] = {
    "theme": _theme,
    "width": _width,
    "library": _library,
    "keys": _keys,
    "mouse": _mouse,
}


def _complaint(path: Path, line: int | None, words: str) -> str:
    return shortened(f"{path.name}:{line}: {words}" if line else f"{path.name}: {words}")


def _fault(message: str, text: str) -> tuple[str, int | None]:
    """tomllib's words without the place at their end, and the line of that."""
    found = _LINE_OF_FAULT.fullmatch(message)
    if found is None:
        return message, None
    return found[1], int(found[2] or text.rstrip().count("\n") + 1)


def _line_of(name: str, text: str) -> int | None:
    """The first line that sets a key or opens a table of that name; tomllib does not tell."""
    setting = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(name)}[\"']?\s*[=\].]")
    for number, line in enumerate(text.split("\n"), 1):
        if setting.match(line):
            return number
    return None
