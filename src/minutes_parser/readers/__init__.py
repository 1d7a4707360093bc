"""Bytes to ``Source``: one module an input format."""
