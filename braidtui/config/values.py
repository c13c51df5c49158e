"""What each setting must be, and what is said of one that is something else."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

from braidtui.config.settings import Config, Copying, Exporting
from braidtui.episode.safe_text import clean_line

_NARROWEST, _WIDEST = 40, 200

_Reader = Callable[[object, Path], object]
"""A value of the file, and the folder of that; raises _SettingError."""


class Fault(NamedTuple):
    """What is wrong with a setting: its name, after that of the table it is in, and the words."""

    names: tuple[str, ...]
    words: str


class _SettingError(Exception):
    """A setting is not what it should be; `key` is the one in it, where it is a table."""

    def __init__(self, words: str, key: str = "") -> None:
        self.key = key
        super().__init__(words)


def read_settings(table: Mapping[str, object], folder: Path) -> tuple[Config, list[Fault]]:
    """What a file in `folder` sets, and what is wrong with it: the default stands in for that."""
    faults: list[Fault] = []
    plain = {name: value for name, value in table.items() if name not in _TABLES}
    settings = _values("", plain, _READERS, folder, faults)
    for name, (setting, kind, readers) in _TABLES.items():
        if isinstance(inner := table.get(name, {}), dict):
            settings[setting] = kind(**_values(name, inner, readers, folder, faults))
        else:
            faults.append(Fault((name,), f"{name} must be a table, such as [{name}]"))
    return Config(**settings), faults


def _values(
    within: str,
    table: Mapping[str, object],
    readers: Mapping[str, _Reader],
    folder: Path,
    faults: list[Fault],
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in table.items():
        try:
            values[name] = _value(name, value, readers, folder)
        except _SettingError as bad:
            names = tuple(part for part in (within, name, bad.key) if part)
            words = f"{within}: {bad}" if within else str(bad)
            faults.append(Fault(names, words))
    return values


def _value(name: str, value: object, readers: Mapping[str, _Reader], folder: Path) -> object:
    if name in readers:
        return readers[name](value, folder)
    from braidtui.episode.reading.suggestions import did_you_mean

    known = (*readers, *_TABLES) if readers is _READERS else readers
    raise _SettingError(f'unknown key "{clean_line(name)}"{did_you_mean(name, known)}')


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
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _SettingError('library must be a list of folders, such as ["~/transcripts"]')
    if any("\0" in item for item in value):
        raise _SettingError("library names a folder that cannot be")
    return tuple(_folder(item, folder) for item in value if item)


def _export_folder(value: object, folder: Path) -> Path | None:
    if not isinstance(value, str):
        raise _SettingError('folder must be the path of one, such as "~/notes"')
    if "\0" in value:
        raise _SettingError("folder names one that cannot be")
    if os.path.expanduser(value).startswith("~"):  # noqa: PTH111  (a Path raises there)
        raise _SettingError(f'folder: nobody knows the home of "{clean_line(value)}"')
    return _folder(value, folder) if value else None


def _folder(name: str, beside: Path) -> Path:
    """`~` is the home, and a folder without a root stands beside the settings."""
    # os.path: where there is no home, "~" stays and is a folder that is missing
    return beside / os.path.expanduser(name)  # noqa: PTH111


def _keys(value: object, _folder: Path) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise _SettingError('keys must be a table, such as [keys] with next_segment = "]"')
    for command, keys in value.items():
        if not isinstance(keys, str):
            raise _SettingError(
                f'the keys of "{command}" must be a text, such as "j,down"', command
            )
    return MappingProxyType({clean_line(name): clean_line(keys) for name, keys in value.items()})


def _yes_or_no(name: str) -> _Reader:
    def read(value: object, _folder: Path) -> bool:
        if not isinstance(value, bool):
            raise _SettingError(f"{name} must be true or false")
        return value

    return read


def _one_of(settings: type, name: str) -> _Reader:
    """Reads one of the words that the field of that name may be."""
    words: tuple[str, ...] = get_args(settings.__annotations__[name])

    def read(value: object, _folder: Path) -> str:
        if value not in words or not isinstance(value, str):
            *others, last = (f'"{word}"' for word in words)
            raise _SettingError(f"{name} must be {', '.join(others)} or {last}")
        return value

    return read


_READERS: Mapping[str, _Reader] = {
    "theme": _theme,
    "width": _width,
    "library": _library,
    "keys": _keys,
    "mouse": _yes_or_no("mouse"),
}
_TABLES: Mapping[str, tuple[str, Callable[..., Any], Mapping[str, _Reader]]] = {
    "copy": (
        "copying",
        Copying,
        {"style": _one_of(Copying, "style"), "timestamps": _yes_or_no("timestamps")},
    ),
    "export": (
        "exporting",
        Exporting,
        {
            "folder": _export_folder,
            "flavor": _one_of(Exporting, "flavor"),
            "timestamps": _one_of(Exporting, "timestamps"),
            "sources": _one_of(Exporting, "sources"),
        },
    ),
}
