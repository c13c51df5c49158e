"""From people's files to episodes: found, told more of by the files beside them, read, written."""
