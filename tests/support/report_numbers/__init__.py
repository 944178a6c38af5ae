"""Every number of a report, explained: counted once more from the rows of the study, or named as none
that is counted."""
