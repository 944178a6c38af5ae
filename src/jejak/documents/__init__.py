"""Documents as blocks that know nothing of how they look, and the writer that makes Word files of them."""
