"""The reader: the screen of one episode, and its features as objects."""
