"""What the readers of other programs' projects share: rows, names, codes, people and places in texts."""
