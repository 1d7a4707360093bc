"""Dates and times: found as they are written, and settled only as far as the document proves them.

``written`` finds calendar dates, ``clock`` times of day, ``settle`` works out years and the order of day and month, and
``deadline`` finds the phrase that says by when. Nothing here ever asks for today's date.
"""

from minutes_parser.dates.clock import WrittenTime, find_times
from minutes_parser.dates.deadline import due
from minutes_parser.dates.settle import next_after, resolve, year_of
from minutes_parser.dates.written import WrittenDate, find_dates

__all__ = ["WrittenDate", "WrittenTime", "due", "find_dates", "find_times", "next_after", "resolve", "year_of"]
