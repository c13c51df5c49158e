"""Features: what the reader can do, each an object of its own beside the screen."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar


class Feature(Protocol):
    """Something that the reader can do."""

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]: ...


Doing = TypeVar("Doing", bound=Feature)


class FeatureCommands:
    """Which feature does what, by command id."""

    def __init__(self) -> None:
        self._commands: dict[str, Callable[[], None]] = {}

    def of(self, feature: Doing) -> Doing:
        """Take up what a feature does."""
        self._commands |= feature.commands
        return feature

    def do(self, command: str) -> bool:
        """Do what a command says; False where no feature knows it."""
        deed = self._commands.get(command)
        if deed:
            deed()
        return deed is not None
