# SPDX-License-Identifier: ISC
"""What a report is divided by: names of attributes and of fields of client, looked up by fasen-report(1), "Groups"."""
from figures import age_group
from rec import KINDS
from tables import CLIENTS, SIGNALS, TABLES
from words import known


def plain(name):
    """A name as it is compared: upper and lower case are one, and - is _."""
    return name.lower().replace("-", "_")


def phase(state):
    entries = [r for r in state.things if r.kind == "fase"]
    return [state.model.code(entries[-1].get("Fase"))] if entries else []


def closed(state):
    return ["ja" if state.trajectories[-1].end is not None else "nee"]


def age(state):
    return [] if state.age() is None else [str(state.age())]


ATTRIBUTES = {"fase": phase, "gesloten": closed, "leeftijd": age, "leeftijdsgroep": lambda state: [age_group(state)]}
COLUMNS = {"view", "periode", "row", "column", "id", "file", "waarde", *SIGNALS, *CLIENTS}
COLUMNS.update(name for _, named, columns in TABLES for name in named + [c for c, _ in columns or []])


class Group:
    """One name of --group: the name of its column, and the values that a client has on the day of a state."""

    def __init__(self, name):
        self.name = plain(name)
        self.ours = any(plain(field) == self.name for field in KINDS["client"])
        self.column = self.name if self.ours or self.name not in COLUMNS else "client." + self.name

    def values(self, state):
        if not state.registered:
            return ["-"]
        codes = {"vraag": state.model.domains, "fase": state.model.codes()}.get(self.name)
        if self.name in ATTRIBUTES:
            found = ATTRIBUTES[self.name](state)
        else:
            found = [state.model.valued("client", field, v) for field in state.client.values if plain(field) == self.name
                     for v in state.client.all(field)]
        if codes is not None:
            found = [known(value, codes) for value in found]
        return sorted({value for value in found if value}) or ["-"]
