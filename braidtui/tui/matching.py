"""Whether typed words fit a text: each somewhere in it, whatever the case and accents."""

from braidtui.library.episode_names import folded


def matches(typed: str, text: str) -> bool:
    """True where every word of `typed` occurs in `text`; no words fit everything."""
    within = folded(text)
    return all(word in within for word in folded(typed).split())
