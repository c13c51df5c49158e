"""Opening a web address in the person's browser: never a shell, never waited for."""

import os
import shlex
import shutil
import subprocess

from braidtui.episode.web_address import refusal

_OPENERS = ("xdg-open", "open", "wslview")


def open_in_browser(url: str) -> str:
    """Open an http or https address; gives "" or the reason why it was not opened."""
    if reason := refusal(url):
        return reason
    command = _command(url)
    if not command:
        return "no browser found (neither $BROWSER nor xdg-open)"
    try:
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return f"{command[0]}: {error.strerror}"
    return ""


def _command(url: str) -> list[str]:
    try:
        chosen = shlex.split(os.environ.get("BROWSER", "").split(os.pathsep)[0])
    except ValueError:
        chosen = []
    if chosen:
        placed = [part.replace("%s", url) for part in chosen]
        return placed if placed != chosen else [*chosen, url]
    opener = next(filter(None, map(shutil.which, _OPENERS)), None)
    return [opener, url] if opener else []
