"""What the formats of captions share: the cue, and the times they are written with."""
