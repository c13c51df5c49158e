"""Our own JSON as a file: what it reads back equals the episode."""

from braidtui.episode.model import Episode
from braidtui.formats.json_form import episode_json, file_text


def write_own_json(episode: Episode) -> str:
    """The episode in the form that `json_form` tells."""
    return file_text(episode_json(episode))
