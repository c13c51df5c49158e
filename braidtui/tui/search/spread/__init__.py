"""How the hits of a search spread: over speakers, shows and years, and over time."""
