"""How the bytes of an episode file become an Episode or a list of problems, step by step."""
