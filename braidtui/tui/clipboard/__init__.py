"""The clipboard: a tool of the system, else the terminal's own by OSC 52, else a file."""

from braidtui.tui.clipboard.clipboard import Clipboard

__all__ = ["Clipboard"]
