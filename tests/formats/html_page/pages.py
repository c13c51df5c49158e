"""A page in the form of the podcast namespace, and what the reader makes of one."""

from braidtui.episode.model import Episode
from braidtui.formats.html_page.reader import read_html
from tests.formats.given_text import read_by

FORM = """<cite>Ann:</cite>
<time>0:00</time>
<p>Doors &#39;open&#39;.</p>
<cite>Bo :</cite>
<time>1:02:03</time>
<p>They&nbsp;close.</p>
"""


def episode_of(text: str, **options: object) -> Episode:
    return read_by(read_html, text, **options).episode


def told(text: str, **options: object) -> list[tuple[int | None, str, str]]:
    """Start, name and words of each turn."""
    episode = episode_of(text, **options)
    names = {speaker.id: speaker.name for speaker in episode.speakers}
    return [(turn.start, names[turn.speaker], turn.text) for turn in episode.turns]


def messages(text: str) -> list[tuple[int, str]]:
    return [(notice.line, notice.message) for notice in read_by(read_html, text).notices]
