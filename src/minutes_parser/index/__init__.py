"""The records of an archive in a SQLite database: to search, to query, and to publish with Datasette."""
