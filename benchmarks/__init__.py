"""Measurements of speed, on made-up studies of growing size."""
