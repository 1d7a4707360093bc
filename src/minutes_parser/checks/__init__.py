"""``minutes check``: which files, which rules, what was found and what of it counts."""
