"""What a person may ask of a Markdown document."""

from typing import Literal, NamedTuple


class MarkdownForm(NamedTuple):
    """How a document is written: which times and sources it tells, and for which reader.

    CommonMark has no block ids, no callouts and no tags; Obsidian has.
    """

    timestamps: Literal["turn", "none"] = "turn"
    sources: Literal["footnotes", "list", "none"] = "footnotes"
    flavor: Literal["commonmark", "obsidian"] = "commonmark"
    front_matter: bool = True
