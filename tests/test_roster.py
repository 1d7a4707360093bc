"""Which attendee a mention means."""

from __future__ import annotations

import pytest

from minutes_parser.models import Attendee, Span, Status
from minutes_parser.roster import Roster


def person(
    number: int,
    name: str,
    role: str | None = None,
    abbreviation: str | None = None,
    status: Status = "present",
    aliases: tuple[str, ...] = (),
) -> Attendee:
    return Attendee(
        id=f"p{number}", name=name, role=role, abbreviation=abbreviation, status=status, aliases=list(aliases),
        span=Span(start=0, end=0),
    )  # fmt: skip


ROSTER = Roster(
    [
        person(1, "Jonah Fell", "Harbour and Quay Commissioner", "HQC"),
        person(2, "Maud Sill", "Chief Pilot", "CP"),
        person(3, "Rex Orme", "Deputy Chief Pilot", "DCP"),
        person(4, "Ivo Marsh", "Councillor"),
        person(5, "Dee Nagle", aliases=("@dnagle",)),
        person(6, "Dee Ough"),
        person(7, "Kit van Holm", "Parish Clerk"),
        person(8, "Ada Thorne", "Chair"),
        person(9, "Ada Thorne", "Chair", status="apologies"),
    ]
)


@pytest.mark.parametrize(
    ("mention", "who"),
    [
        ("HQC", "p1"), ("The CP", "p2"), ("the Chief", "p2"), ("Deputy Chief Pilot", "p3"), ("DCP Orme", "p3"),
        ("HQC Jonah Fell", "p1"), ("the Commissioner", "p1"), ("Cllr. I. Marsh", "p4"), ("Marsh", "p4"), ("Mr Fell's", "p1"),
        ("Dee N", "p5"), ("@dnagle", "p5"), ("dnagle", "p5"), ("the Clerk", "p7"), ("van Holm", "p7"), ("Kit", "p7"),
        ("Chairman", "p8"), ("Ada Thorne", "p8"),
        ("Dee", None), ("Chief Officers", None), ("HQC policy team", None), ("the Board", None), ("PC Orme", None),
        ("Clerk/Chair", None), ("Maud and Rex", None), ("", None), ("hqc", None),
    ],
)  # fmt: skip
def test_whom_a_mention_means(mention: str, who: str | None) -> None:
    assert ROSTER.resolve(mention) == who


def test_two_people_are_told_from_nobody() -> None:
    assert len(ROSTER.candidates("Dee")) > 1
    assert not ROSTER.candidates("Zoe")


def test_the_chair_of_the_meeting_is_the_chair() -> None:
    roster = Roster([person(1, "Ada Thorne"), person(2, "Beck Rowe")], chair="p2")
    assert roster.resolve("the Chair") == "p2"


@pytest.mark.parametrize("mention", ["Ann Bell", "Bell", "Ann", "Ms Bell", "A Bell"])
def test_a_name_that_is_listed_by_surname_is_spoken_the_other_way(mention: str) -> None:
    assert Roster([person(1, "Bell, Ann"), person(2, "Tarn, Robert")]).resolve(mention) == "p1"
