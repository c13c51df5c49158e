"""The file of settings, read: what is bad in it is told with its line."""

import re
import stat
from collections.abc import Sequence
from pathlib import Path

from braidtui.config.settings import Config
from braidtui.episode.problem import shortened

_LARGEST = 1024 * 1024  # bytes; settings are some hundred
_LINE_OF_FAULT = re.compile(r"(.*?)\s*\(at (?:line (\d+), column \d+|end of document)\)")


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

    from braidtui.config.values import read_settings

    try:
        table = tomllib.loads(text)
    except RecursionError:
        return Config(), (_complaint(path, None, "is nested too deeply"),)
    except ValueError as error:
        words, line = _fault(str(error), text)
        return Config(), (_complaint(path, line, words),)
    config, faults = read_settings(table, path.parent)
    return config, tuple(
        _complaint(path, _line_of(fault.names, text), fault.words) for fault in faults
    )


def _complaint(path: Path, line: int | None, words: str) -> str:
    return shortened(f"{path.name}:{line}: {words}" if line else f"{path.name}: {words}")


def _fault(message: str, text: str) -> tuple[str, int | None]:
    """tomllib's words without the place at their end, and the line of that."""
    found = _LINE_OF_FAULT.fullmatch(message)
    if found is None:
        return message, None
    return found[1], int(found[2] or text.rstrip().count("\n") + 1)


def _line_of(names: Sequence[str], text: str) -> int | None:
    """The line that sets a key, given with the table it is in; tomllib does not tell.

    Else the first line that sets or opens that table.
    """
    within, table = [""], None
    for number, line in enumerate(text.split("\n"), 1):
        if opened := _opened(line):
            within = opened
        elif _sets(names, line) or (within == [*names[:-1]] and _sets(names[-1:], line)):
            return number
        if table is None and (opened[:1] == [names[0]] or _sets(names[:1], line)):
            table = number
    return table


def _opened(line: str) -> list[str]:
    """The names of the table that a line opens; none where it opens none."""
    header = re.match(r"\s*\[+([^\]]+)\]", line)
    return [name.strip(" \t\"'") for name in header[1].split(".")] if header else []


def _sets(names: Sequence[str], line: str) -> bool:
    """Whether a line sets a key of this dotted name, or one in it."""
    dotted = r"\s*\.\s*".join(rf"[\"']?{re.escape(name)}[\"']?" for name in names)
    return re.match(rf"\s*{dotted}\s*[=.]", line) is not None
