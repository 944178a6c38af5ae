"""Jejak: qualitative research with an unbroken trail."""
