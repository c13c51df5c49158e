"""Why a text in angle brackets is no transcript: what it is instead."""

from braidtui.episode.problem import Problem
from braidtui.formats.given import Given
from braidtui.formats.imported import refused
from braidtui.formats.xml_captions.tree import root_name

_KNOWN = {
    "rss": "an RSS feed is no transcript: it names where transcripts are (podcast:transcript)",
    "RDF": "an RSS feed is no transcript: it names where transcripts are (podcast:transcript)",
    "feed": "an Atom feed is no transcript",
    "opml": "OPML is a list of feeds, no transcript",
    "svg": "SVG is a picture, no transcript",
    "html": "HTML without words in it: no transcript",
}


def why_unknown(given: Given) -> Problem | None:
    """What a text is that no reader claims, for the one line of its refusal; None where it is
    neither XML nor HTML."""
    root = root_name(given)
    if not root:
        return None
    why = _KNOWN.get(root) or _KNOWN.get(root.lower())
    return refused(why or f"XML of no known kind: its root element is <{root}>").problems[0]
