"""A person's journeys: the real app over a library and a notebook of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.pilot import Pilot

from braidtui.config import Config
from braidtui.episode.model import Episode, Quote, Segment, Source, Speaker, Turn
from braidtui.episode.yaml_writer import write_episode
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.notebook.places import Notebook
from braidtui.tui.app import BraidApp

WORDS = "The tide takes the lower path twice a day and gives it back a little changed. "


def tides(segments: int = 4, turns: int = 6) -> Episode:
    """An episode of two speakers, with a quote, a stage direction and a source here and there."""
    cast = (
        Speaker("ada", "Ada Moor", "host", "lab/one", "lab/alto"),
        Speaker("bo", "Bo Lindqvist", "pilot"),
    )
    parts, count = [], 0
    for part in range(segments):
        spoken = []
        for _ in range(turns):
            text = f"Turn {count} begins. " + WORDS * (1 + count % 4)
            sources = (
                (Source(url=f"https://example.org/{count}", title=f"Chart {count}"),)
                if count % 5 == 0
                else ()
            )
            spoken.append(
                Turn("ada" if count % 2 == 0 else "bo", text.strip(), count * 20_000, sources)
            )
            count += 1
        parts.append(Segment(f"Part {part + 1} of the tide", spoken[0].start, tuple(spoken)))
    quote = Quote("Turn 9 begins.", "bo", 180_000)
    return Episode(
        "Between Tides", cast, tuple(parts), "Coast", 7, None, count * 20_000, quotes=(quote,)
    )


@dataclass
class Shelf:
    """A library folder with a notebook beside it, and apps over both."""

    folder: Path
    notebook: Notebook

    def put(self, name: str, episode: Episode | str) -> Path:
        """Write an episode, or a text that should be one, into the library."""
        path = self.folder / f"{name}.yaml"
        text = episode if isinstance(episode, str) else write_episode(episode)
        path.write_text(text, encoding="utf-8")
        return path

    def library(self) -> Library:
        return Library(
            [self.folder], EpisodeStore(self.folder.parent / "cache" / "episodes.sqlite")
        )

    def app(self, path: Path, config: Config | None = None) -> BraidApp:
        """The reader, as the command opens it: at the place that was kept."""
        library = self.library()
        opened = library.open(path)
        place = self.notebook.place(opened.key)
        return BraidApp(library, self.notebook, config or Config(), opened, place)

    @asynccontextmanager
    async def read(
        self, path: Path, size: tuple[int, int] = (120, 40), config: Config | None = None
    ) -> AsyncIterator[Pilot[None]]:
        """The reader, running."""
        app = self.app(path, config)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield pilot


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    folder = tmp_path / "library"
    folder.mkdir()
    return Shelf(folder, Notebook(tmp_path / "notebook.sqlite"))


def seen(pilot: Pilot[None]) -> list[str]:
    """What stands on the screen, row by row."""
    return [
        "".join(s.text for s in strip) for strip in pilot.app.screen._compositor.render_strips()
    ]


def sees(pilot: Pilot[None], words: str) -> bool:
    """Whether words stand on one row of the screen."""
    return any(words in row for row in seen(pilot))


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and let the screen settle, and what works beside it."""
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def page(pilot: Pilot[None]) -> list[str]:
    """The rows of the transcript in sight, without margins, bars and panes."""
    view = pilot.app.screen.transcript
    rows = seen(pilot)[view.region.y : view.region.bottom]
    inside = slice(view.region.x, view.region.right - 1)
    return [row[inside].strip("▎ ") for row in rows]
