"""Displays that are drawn by hand, boxes and arrows, and what is computed of them."""
