"""Keys that arrive all at once, as over a slow line: none waits for what another one does."""

from textual import events
from textual.keys import key_to_character
from textual.pilot import Pilot


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Post keys without a pause between them, then let the screen settle."""
    for key in keys:
        letter = key if len(key) == 1 else key_to_character(key)
        pilot.app.post_message(events.Key(key, letter))
    for _ in range(20 + 4 * len(keys)):
        await pilot.pause()
