"""Transcripts to be written as files in other formats than Markdown."""

from collections.abc import Iterator, Sequence

from braidtui.library.export.names import stem
from braidtui.library.opened import Opened
from braidtui.plain.excerpt import excerpt, excerpt_parts


def transcript_files(
    opened: Opened, segments: Sequence[int] | None, form: str, by_segment: bool
) -> Iterator[tuple[str, str]]:
    """The name and the text of one file with these segments (from 0, in order; None for all), or of
    one for each of them."""
    from braidtui.formats.writers import WRITERS

    writer = WRITERS[form]
    every = range(len(opened.episode.segments)) if segments is None else segments
    contents = [[segment] for segment in every] if by_segment else [segments]
    for chosen in contents:
        part = excerpt(opened.episode, excerpt_parts(opened.episode, chosen))
        yield f"{stem(opened, chosen)}{writer.suffix}", writer.write(part)
