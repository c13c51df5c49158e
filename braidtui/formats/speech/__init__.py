"""From what a file says to an episode: who speaks, which cues are a turn, where segments begin."""
