"""Word files that are read to the byte, so that something can be put in and all else stays as it is."""
