"""Archives: which documents there are, converting each, and the register of what became of it."""
