"""The interface: one file for each resource, its handlers a few lines each."""
