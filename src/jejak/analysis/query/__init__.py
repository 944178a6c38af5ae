"""The query language: its grammar, and what a query finds among the columns of a study."""
