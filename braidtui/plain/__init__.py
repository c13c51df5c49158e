"""The terminal without a screen: streams, colours, tables and transcripts as plain lines."""
