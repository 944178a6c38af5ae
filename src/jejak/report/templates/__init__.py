"""The templates of a report, one file each."""
