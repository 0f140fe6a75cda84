# SPDX-License-Identifier: ISC
"""Words of the tables that stand for what is not shown: fasen-report(1), "Rows"."""
import re

UNKNOWN = "onbekend"


def known(code, codes):
    """The code; onbekend for one that is not among them, "-" for none."""
    return code if code in codes else UNKNOWN if code else "-"


def shown_id(key):
    """The id of a goal or action as it is shown: only one that was given, not what else stands there."""
    return key if re.match(r"d\d+(\.\d+)?\Z", key, re.A) else UNKNOWN


def is_total(name, value):
    while value.startswith(name + " "):
        value = value[len(name) + 1:]
    return value.lower() in ("totaal", "total")


def apart(name, value):
    """A value of that column, told apart from the rows of all."""
    return name + " " + value if is_total(name, value) else value


def together_with(name, value):
    """The value that is told apart so."""
    return value[len(name) + 1:] if value.startswith(name + " ") and is_total(name, value) else value
