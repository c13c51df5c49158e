"""What is done with captions alone: changes of speaker, exchanges, loops, paragraphs."""
