"""Words in capitals that need no explanation and name nobody."""

from __future__ import annotations

COMMON = frozenset(
    "AGM AOB AM PM BST CET EST GMT PST UTC UK US USA EU UN GB NI BBC CD CV DVD EMAIL FAQ GPS HTML HTTP ID IT OK PA PC PDF PIN "
    "PS QR TV URL USB VAT VIP WC WIFI TBA TBC TBD NB RE CC FYI ASAP EGM MR MRS MS DR ST NO YES ON OFF AND OR NOT ALL TO BY IN "
    "OF THE FOR IS BE ARE WAS HAS AN AT IF SO DO ANY NEW OLD END ITEM DATE TIME NOTE NOTED AGREED CHAIR ACTION DONE OPEN TODO "
    "CLOSED TOTAL VOTE VACANT MAY MUST SHALL SHOULD WILL MOVED AYES NAYS AYE NAY NONE".split()
)
"""What is in an English dictionary of abbreviations, and short words that clerks set in capitals."""
