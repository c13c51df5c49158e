"""Which episode a kept thing is of, though its file was moved or its key names another one now."""

from pathlib import Path

from braidtui.library.opened import Opened
from braidtui.notebook.kept import KeptEpisode


def kept_episode(opened: Opened) -> KeptEpisode:
    """What is written down of an episode."""
    episode = opened.episode
    date = episode.date.isoformat() if episode.date else ""
    return KeptEpisode(
        opened.key, Path(opened.path), episode.show, episode.number, episode.title, date
    )


def is_of(kept: KeptEpisode, present: KeptEpisode) -> bool:
    """Whether both are one episode: the same key, or all the same but for the key.

    A key under which all is different now names another episode. Once no file stands where it
    stood, a title alone is an identity, and so is what one of them could be corrected to.
    """
    if kept.key == present.key:
        return not _is_another(kept, present)
    if _identity(kept) != _identity(present):
        return _is_corrected(kept, present) and not _exists(kept.path)
    return kept.number is not None or bool(kept.show or kept.date) or not _exists(kept.path)


def _is_corrected(kept: KeptEpisode, present: KeptEpisode) -> bool:
    """Whether two of number, title and date stayed, in one show; or the title, and nothing differs.

    What only one of both tells is no difference.
    """
    if not kept.show or kept.show != present.show:
        return False
    pairs = [
        (kept.number, present.number),
        (kept.title, present.title),
        (kept.date, present.date),
    ]
    told = [(was, now) for was, now in pairs if was not in (None, "") and now not in (None, "")]
    same = [was for was, now in told if was == now]
    return len(same) >= 2 or (same == [kept.title] and len(told) == 1)


def _identity(episode: KeptEpisode) -> tuple[str, int | None, str, str]:
    return episode.show, episode.number, episode.title, episode.date


def _is_another(kept: KeptEpisode, present: KeptEpisode) -> bool:
    return all(
        was != now for was, now in zip(_identity(kept)[:3], _identity(present)[:3], strict=True)
    )


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True  # it can't be told
