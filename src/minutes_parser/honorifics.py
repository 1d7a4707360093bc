"""Honorifics: the words before a person's name, in one list for all that read names, sentences and talk."""

from __future__ import annotations

from minutes_parser.lazy import by_letter

COUNCILLORS = "Councillors|Councillor|Councilors|Councilor|Cllrs|Cllr|Clrs|Clr|Coun|Crs|Cr"
"""The ways in which a councillor is called, as alternatives of a pattern."""
_SOCIAL = "Mr|Mrs|Ms|Miss|Mx|Dr|Professor|Prof|Sir|Dame|Lord|Lady|Reverend|Revd|Rev|Alderman|Ald"
_RARER = (
    "Messrs|Mesdames|Baroness|Fr|Father|Deacon|Canon|Pastor|Rabbi|Imam|Brother|Sister|Bro|Sis|Hon|Judge|Justice|Major|Colonel|"
    "Lt|Col|Captain|Capt|Cmdr|Cdr|PCSO|PCs|PC|PS|DC|Sgt|Insp|Supt|Shri|Smt|Tmt|Thiru|Engr|Barr|Alhaji|Hajia|Dato|Datuk|Mme|Mlle|Herr|"
    "Frau|Amb|Sen|Venerable|Ven"
)
EVERYDAY = rf"(?:{by_letter(f'{COUNCILLORS}|{_SOCIAL}')})\b\.?"
"""A pattern of those that stand before names everywhere, with a stop behind them or without."""
ALL = f"{_SOCIAL}|{_RARER}"
"""All but councillors', as alternatives of a pattern; some are words, too, such as 'Judge'."""
WORDS = frozenset(f"{COUNCILLORS}|{ALL}".split("|"))
SHORTENED = tuple(
    "Ald Barr Bro Cdr Cllr Cllrs Clr Clrs Cmdr Col Coun Cr Crs Dr Engr Fr Hon Lt Maj Messrs Mr Mrs Ms Mx Prof Rep Rev Revd"
    " Sen Sgt Shri Sis Smt St Supt Tmt Ven".split()
)
"""Those that clerks shorten, with a stop that ends no sentence."""
