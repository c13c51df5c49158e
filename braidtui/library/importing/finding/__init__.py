"""Which files are transcripts, which tell more of one, and which are forms of one episode."""
