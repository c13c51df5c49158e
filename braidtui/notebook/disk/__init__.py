"""The notebook's file: its versions, its transactions, its backups, and what if it is damaged."""
