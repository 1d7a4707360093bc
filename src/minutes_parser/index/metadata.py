"""What Datasette should know of an index: titles, labels, facets, how tables are sorted."""

from __future__ import annotations

import json

_TABLES: dict[str, dict[str, object]] = {
    "entries": {
        "title": "Everything that can be found",
        "description": "Sections, actions, promises, questions, answers and decisions; the search box looks at their words.",
        "facets": ["kind"], "fts_table": "entries_fts", "fts_pk": "id",
    },
    "meetings": {
        "title": "Meetings", "description": "One row for each document.", "label_column": "label", "facets": ["body_id"],
        "sort_desc": "date",
    },
    "bodies": {"title": "Bodies", "label_column": "name", "sort": "name"},
    "people": {
        "title": "People", "description": "An attendee of several meetings of one body is one person here, by name.",
        "label_column": "name", "facets": ["body_id"], "sort": "name",
    },
    "attendees": {"title": "Attendance lists", "facets": ["status", "role"]},
    "sections": {"title": "Sections", "label_column": "label", "facets": ["level"]},
    "actions": {"title": "Actions", "label_column": "text", "facets": ["done"], "sort_desc": "due_latest"},
    "commitments": {"title": "Promises made in the discussion", "label_column": "text"},
    "owners": {"title": "Owners of actions and promises"},
    "exchanges": {"title": "Questions", "label_column": "question", "facets": ["status"]},
    "answers": {"title": "Answers", "label_column": "text"},
    "decisions": {"title": "Decisions", "label_column": "text", "facets": ["moved_by"]},
    "action_register": {"title": "Register of actions", "facets": ["body", "owner", "done"], "sort_desc": "date"},
    "decision_register": {"title": "Register of decisions", "facets": ["body"], "sort_desc": "date"},
    "questions_and_answers": {"title": "Questions with their answers", "facets": ["body", "asker", "status"], "sort_desc": "date"},
    "attendance": {"title": "Who came how often", "facets": ["body"], "sort_desc": "attended"},
}  # fmt: skip


def metadata(database: str) -> bytes:
    """Return the metadata file for a database of this name (its file's, without suffix)."""
    values = {
        "title": "Minutes of meetings",
        "description": "Read by minutes; every text is quoted from the document at 'path'.",
        "databases": {database: {"tables": _TABLES}},
    }
    return json.dumps(values, indent=2, ensure_ascii=False).encode() + b"\n"
