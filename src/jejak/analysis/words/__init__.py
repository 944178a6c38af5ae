"""Counting words: where they stand, which words they are, whose they are, and what stands out."""
