"""`schema`: the JSON Schema of the episode file, for editors."""

import click

from braidtui.cli.options import NAMES, everywhere
from braidtui.cli.outcome import DONE
from braidtui.plain.streams import write_json


@everywhere
@click.command(context_settings=NAMES)
def command() -> int:
    """Print the JSON Schema of the episode file."""
    from braidtui.episode.schema import episode_schema

    write_json(episode_schema())
    return DONE
