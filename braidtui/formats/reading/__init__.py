"""What readers share: lines, paragraphs, source lines, speakers' ids, the order of time."""
