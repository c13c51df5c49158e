"""Taking out: files of an episode, and Markdown in which a person may go on writing."""
