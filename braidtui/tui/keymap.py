"""The keys that a person set: which can be used, and what is wrong with the others."""

from collections.abc import Mapping

from textual.keys import Keys

from braidtui.episode.problem import shortened
from braidtui.episode.reading.suggestions import did_you_mean
from braidtui.tui.commands import BY_ID, COMMANDS, SCREENS

_NAMES = {key.value for key in Keys} | {"space", "pagedown", "pageup", "enter", "tab", "escape"}
_MODIFIERS = ("ctrl+", "shift+", "alt+", "super+")


def checked_keys(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Keys by command id that can be used, and a line on each that can't.

    A command's own key is freed when it gets another one; two commands never share a key.
    """
    keys: dict[str, str] = {}
    refused = []
    for name, text in wanted.items():
        if fault := _fault(name, text):
            refused.append(shortened(f"config.toml: {fault}"))
        else:
            keys[name] = text.replace(" ", "")
    while clash := next(((name, rival) for name in keys if (rival := _rival(name, keys))), None):
        name, rival = clash  # a key given back may be another one's, so all are looked at again
        refused.append(shortened(f'config.toml: "{keys.pop(name)}" is the key of {rival}'))
    return keys, refused


def _fault(name: str, keys: str) -> str:
    if name not in BY_ID:
        return f'no command "{name}"{did_you_mean(name, BY_ID)}'
    for key in keys.replace(" ", "").split(","):
        if not _is_key(key):
            return f'no key "{key}", for {name}{did_you_mean(key, _NAMES)}'
    return ""


def _is_key(key: str) -> bool:
    for modifier in _MODIFIERS:
        key = key.removeprefix(modifier)
    return len(key) == 1 or key in _NAMES


def _rival(name: str, keys: Mapping[str, str]) -> str:
    """The command of the same screen that has one of the keys of `name`, "" where none has."""
    own = set(keys[name].split(","))
    beside = {other for screen in SCREENS if name in screen for other in screen}
    for command in COMMANDS:
        taken = set(keys.get(command.id, command.keys).split(","))
        if command.id != name and command.id in beside and own & taken:
            return command.id
    return ""
