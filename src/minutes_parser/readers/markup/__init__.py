"""What the readers of light markups share: marks within a line, cells between bars, and the page that they make.

Each turns its markup into HTML whose line ends stand where they do in the markup, as is done with Markdown, so that line
numbers come through and lists, tables, terms and notes are read in one place.
"""
