"""Quotations in finished writing: found by their marks, found in the material, compared with it."""
