"""The reading place: moving it, keeping it, finding it again."""
