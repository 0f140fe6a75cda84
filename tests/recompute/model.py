"""Reads a model, by fasen-model(5)."""
import re

from rec import blocks

CONDITION = re.compile(r"(?P<kind>[a-z]+)(?:\.(?P<field>[A-Za-z0-9_]+)(?: = (?P<value>.*?))?)?(?: >= (?P<n>\d+))?"
                       r"(?: per (?P<per>leefgebied|doel))?(?P<since> sinds fase)?\Z")


class Condition:
    """One Eist."""

    def __init__(self, text):
        found = CONDITION.match(text)
        self.text, self.kind, self.field, self.value = text, found["kind"], found["field"], found["value"]
        self.least, self.per, self.since = int(found["n"] or 1), found["per"], bool(found["since"])


class Phase:
    def __init__(self, code, norm, conditions):
        self.code, self.norm, self.conditions = code, norm, conditions


class Model:
    def __init__(self, text):
        self.phases, self.domains, self.scales, self.reasons, self.alias = [], [], [], {}, {}
        self.settings = {}
        for block in blocks(text):
            kind = block[0][1].strip()
            one = {name: value.strip() for name, value in reversed(block)}
            if kind == "model":
                self.settings = one
            elif kind == "fase":
                norm = int(one["Norm_dagen"]) if one.get("Norm_dagen") else None
                needs = [Condition(v.strip()) for name, v in block if name == "Eist" and v.strip()]
                self.phases.append(Phase(one["Code"], norm, needs))
                for name, value in block:
                    if name == "Alias":
                        self.alias[value.strip()] = one["Code"]
            elif kind == "leefgebied":
                self.domains.append(one["Code"])
            elif kind == "schaal":
                self.scales.append(one["Code"])
            elif kind == "uitstroomreden":
                self.reasons[one["Code"]] = (one.get("Uitval") == "ja", one.get("Landelijk", ""))

    def number(self, name, without):
        return int(self.settings[name]) if self.settings.get(name) else without

    def code(self, phase):
        """The code of a phase that may go by an alias."""
        return self.alias.get(phase, phase)

    def codes(self):
        return [p.code for p in self.phases]

    def phase(self, code):
        return next((p for p in self.phases if p.code == code), None)
