"""Documents of an episode: of the whole, of some of its segments, of each of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from braidtui.episode.safe_text import clean_line
from braidtui.formats.markdown.document import markdown_body
from braidtui.formats.markdown.form import MarkdownForm
from braidtui.formats.markdown.front_matter import Value, front_matter, front_matter_text
from braidtui.formats.markdown.manuscript import Manuscript
from braidtui.library.export.managed_block import block_text
from braidtui.library.export.names import block_name, label, stem, told_apart
from braidtui.library.file_names import slug
from braidtui.library.opened import Opened


class Document(NamedTuple):
    """A file to be: its name, what its block holds, its keys, and the body.

    `first_keys` are written into a new file, and are the reader's from then on.
    """

    name: str
    block: str
    keys: Mapping[str, Value]
    first_keys: Mapping[str, Value]
    body: str

    @property
    def text(self) -> str:
        """The whole of a new file."""
        return self.text_of({**self.keys, **self.first_keys})

    def text_of(self, keys: Mapping[str, Value]) -> str:
        """A file with these keys in its front matter, and the block."""
        head = f"{front_matter_text(keys)}\n" if keys else ""
        return f"{head}{block_text(self.block, self.body)}\n"


def documents(
    opened: Opened, segments: Sequence[int] | None, form: MarkdownForm
) -> tuple[Document, ...]:
    """One document of the episode, or of these of its segments (from 0, in order)."""
    return (_document(opened, manuscript_of(opened, form), segments),)


def documents_by_segment(
    opened: Opened, segments: Sequence[int] | None, form: MarkdownForm
) -> tuple[Document, ...]:
    """A document for each segment, or for each of these; no name twice."""
    manuscript = manuscript_of(opened, form)
    chosen = range(len(opened.episode.segments)) if segments is None else segments
    made = [_document(opened, manuscript, [segment]) for segment in chosen]
    names = told_apart(document.name.removesuffix(".md") for document in made)
    return tuple(each._replace(name=f"{name}.md") for each, name in zip(made, names, strict=True))


def manuscript_of(opened: Opened, form: MarkdownForm) -> Manuscript:
    """The episode in a form, its footnotes named so that no other of the vault has such."""
    return Manuscript(opened.episode, form, label(opened))


def composed(
    opened: Opened,
    manuscript: Manuscript,
    segments: Sequence[int] | None,
    body: str,
    *,
    part: str = "",
) -> Document:
    """A document with this body; `part` is what of the episode it holds, where that is not all."""
    keys = front_matter(manuscript, clean_line(opened.id), segments)
    keys |= {"type": f"podcast-{part}"} if part else {}
    is_told = manuscript.form.front_matter
    return Document(
        name=f"{stem(opened, segments)}{f'--{part}' if part else ''}.md",
        block=f"{block_name(opened, segments)}{f'+{part}' if part else ''}",
        keys=keys if is_told else {},
        first_keys=_for_obsidian(opened, keys, part)
        if is_told and manuscript.is_for_obsidian
        else {},
        body=body,
    )


def _document(opened: Opened, manuscript: Manuscript, segments: Sequence[int] | None) -> Document:
    return composed(opened, manuscript, segments, markdown_body(manuscript, segments))


def _for_obsidian(opened: Opened, keys: Mapping[str, Value], part: str) -> dict[str, Value]:
    """Another name for the file than its slug, and tags."""
    show, name = slug(opened.episode.show), keys.get("segment_title") or opened.episode.title
    name = f"{name} ({part})" if part else name
    tags = ("podcast", f"podcast/{show}") if show else ("podcast",)
    return {"aliases": (str(name),), "tags": tags}
