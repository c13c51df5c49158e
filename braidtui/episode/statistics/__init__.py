"""Numbers of an episode: who speaks how much and when, and what it rests on."""
