"""From the root of a JSON text and its utterances to a draft."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from braidtui.formats.given import Given
from braidtui.formats.json_text.remarks import Remarks
from braidtui.formats.json_text.times import milliseconds
from braidtui.formats.speech.draft import Draft, Grain, Utterance

_ENOUGH = 3  # objects that tell the shape of all


def root_of(given: Given) -> dict[str, Any]:
    """The object that a text is; an empty one where it is none."""
    root = given.json
    return root if isinstance(root, dict) else {}


def objects_in(items: object) -> Iterator[dict[str, Any]]:
    """The objects of a list; none where it is no list."""
    return (
        (item for item in items if isinstance(item, dict)) if isinstance(items, list) else iter(())
    )


def first_objects(items: object) -> Iterator[dict[str, Any]]:
    """The first objects of a list, enough to know all by."""
    return islice(objects_in(items), _ENOUGH)


def draft_of(
    utterances: Sequence[Utterance],
    remarks: Remarks,
    root: dict[str, Any],
    grain: Grain = Grain.CAPTION,
) -> Draft:
    """A draft with what most roots tell beside the words: title, language, duration (seconds).

    Names may stand before a colon only where no object tells one, and no turn is whole already.
    """
    is_whole = grain in (Grain.TURN, Grain.OWN)
    return Draft(
        utterances,
        grain,
        has_prefixes=not is_whole and not any(said.speaker for said in utterances),
        title=text_of(root, "title"),
        language=text_of(root, "language"),
        duration=milliseconds(root.get("duration")),
        notices=remarks.notices.notices,
        repairs=remarks.repairs.notices,
    )


def text_of(root: dict[str, Any], *keys: str) -> str:
    """The first text that is not blank under one of the keys; "" where there is none."""
    texts = (root.get(key) for key in keys)
    return next((text for text in texts if isinstance(text, str) and text.strip()), "")
