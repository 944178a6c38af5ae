"""Two copies of a study brought together: what each did since they had the same history, and what comes
of it."""
