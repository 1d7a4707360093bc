"""Read: one module a part of the record, each with one function ``read``. Stages do not import one another."""
