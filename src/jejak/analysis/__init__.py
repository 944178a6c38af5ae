"""Pure algorithms on plain arrays: overlap, co-occurrence, cross-tables, queries, words.

Nothing here knows a store or a study. Modules are imported one by one, so that a program pays only
for those it uses.
"""
