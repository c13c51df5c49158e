"""Taking out: Markdown documents as files, in which a person may go on writing."""
