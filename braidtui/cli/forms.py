"""The formats that `show` and `export` write, by the names people give them."""

from collections.abc import Callable
from typing import TypeVar

import click

FORMS = ("text", "md", "json", "vtt", "srt", "podcasting20", "chapters")
_ALSO = {
    "txt": "text",
    "plain": "text",
    "markdown": "md",
    "webvtt": "vtt",
    "subrip": "srt",
    "p20": "podcasting20",
    "podcast-json": "podcasting20",
    "podcasting2": "podcasting20",
    "podcasting2.0": "podcasting20",
    "podcasting-2.0": "podcasting20",
    "chapters-json": "chapters",
}

Decorated = TypeVar("Decorated", bound=Callable[..., object])


def form_option(default: str) -> Callable[[Decorated], Decorated]:
    """`--format`, as `form` one of FORMS; other spellings are understood, in any case."""
    return click.option(
        *("--format", "form"),
        metavar=f"[{'|'.join(FORMS)}]",
        default=default,
        show_default=True,
        callback=_named,
    )


def _named(_context: click.Context, _option: click.Parameter, text: str) -> str:
    name = _ALSO.get(text.casefold(), text.casefold())
    if name not in FORMS:
        raise click.BadParameter(f'"{text}" is none of {", ".join(FORMS)}')
    return name
