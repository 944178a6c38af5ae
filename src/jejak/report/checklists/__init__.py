"""Checklists of reporting and criteria of quality, and what a study itself can say to their items."""
