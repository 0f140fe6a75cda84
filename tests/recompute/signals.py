# SPDX-License-Identifier: ISC
"""What needs attention in a dossier, by fasen-report(1), "signalen"."""
from dates import LAST, day, years_later
from fold import whole
from words import known, shown_id


def within(due):
    return due if due <= LAST else None


def evaluation_due(state, trajectory):
    """The day on which the next evaluation is due, None when there is none."""
    made, every = trajectory.of("evaluatie"), state.model.number("Evaluatie_dagen", None) or None
    if made:
        if made[-1].date("Volgende") is not None:
            return made[-1].date("Volgende")
        return None if every is None else within(made[-1].op + every)
    start = [r.op for r in trajectory.entries
             if state.model.code(r.get("Fase")) == state.model.settings.get("Evaluatie_vanaf")]
    return within(start[0] + every) if start and every is not None else None


def since_last(records, trajectory):
    return max([r.op for r in records if r.op is not None], default=trajectory.begin)


def latest_indications(state):
    """Of each Toewijzing, else Product, the latest record."""
    latest = {}
    for r in state.records:
        if r.kind == "indicatie":
            latest[("Toewijzing", r.get("Toewijzing")) if r.get("Toewijzing") else ("Product", r.get("Product"))] = r
    return list(latest.values())


def valid(indication, on):
    begin, end = indication.date("Van"), indication.date("Tot")
    return begin is not None and begin <= on and (end is None or end >= on)


def last_valid_day(indications, t):
    """The last day of the unbroken validity that t is in, else the last valid day before t; None for none or no end."""
    here = [r for r in indications if valid(r, t)]
    if not here:
        ends = [r.date("Tot") for r in indications if r.date("Tot") is not None and valid(r, r.date("Tot"))]
        return max((end for end in ends if end < t), default=None)
    while here:
        if any(r.date("Tot") is None for r in here):
            return None
        t = max(r.date("Tot") for r in here)
        here = [r for r in indications if valid(r, t + 1)]
    return t


def sharing(state):
    """Of each party the latest akkoord on delen by the client or who represents the client, of any trajectory; in the
    name of a party (Met) capitals do not count, and a blank or - is _ (fasen-show(1), "toestemming")."""
    latest = {}
    for r in state.records:
        if r.kind == "akkoord" and r.get("Waarop") == "delen" and r.get("Wie") in ("client", "vertegenwoordiger") \
                and r.get("Met") != "" and r.get("Akkoord") in ("ja", "nee"):
            latest["".join("_" if c in " -" else c.lower() if c.isascii() else c
                           for c in r.get("Met").strip(" \t\n"))] = r
    return latest.values()


def mark(record, name):
    """A mark from 1 to 10, None for anything else."""
    number = whole(record.get(name))
    return number if number is not None and 1 <= number <= 10 else None


def signals(state, ahead=0):
    """(signal, about, due, days late) of the last trajectory; without a day the last two are None."""
    t, model, trajectory, found = state.t, state.model, state.trajectories[-1], []

    def late(name, about, due, on_the_day=False):
        if due is not None and within(due) and (t + ahead > due or on_the_day and t + ahead == due or ahead and t + ahead == due):
            found.append((name, about, due, t - due))

    if trajectory.begin > t:
        return found
    if trajectory.end is not None:
        if trajectory.ended.kind == "uitstroom":
            due = trajectory.ended.date("Nazorg")
            days = model.number("Signaal_nazorg", 182)
            if due is not None and t <= due + days and not any(r.op >= due for r in trajectory.of("notitie")):
                late("nazorg", "", due, True)
        late("bewaren", "", years_later(trajectory.end, model.number("Bewaar_jaren", 15)), True)
    if not trajectory.open(t):
        return found
    late("evaluatie", "", evaluation_due(state, trajectory))
    if trajectory.entries:
        last = trajectory.entries[-1]
        code = model.code(last.get("Fase"))
        phase = model.phase(code)
        due = last.date("Streefdatum")
        if due is None and phase is not None and phase.norm is not None:
            due = last.op + phase.norm
        late("fase", code and known(code, model.codes()), due)
    active = [(key, goal) for key, goal in state.goals(trajectory) if not goal.finished()]
    for key, goal in active:
        late("doel", shown_id(key), day(goal.get("Streefdatum")))
    for key, _ in active:
        for name, action in state.actions(key):
            if not action.finished():
                late("werkpunt", shown_id(name), day(action.get("Streefdatum")))
    scales = state.model.scales
    scored = [r for r in trajectory.of("leefgebied") if whole(r.get("Score")) is not None and whole(r.get("Score")) in
              scales.get(r.get("Schaal") or next(iter(scales), ""), [whole(r.get("Score"))])]
    for name, records, without in (("notitie", trajectory.of("notitie"), 42), ("score", scored, 182)):
        days = model.number("Signaal_" + name, without)
        if days:
            late(name, "", since_last(records, trajectory) + days)
    decided = [r for r in trajectory.of("intake") if r.get("Besluit")]
    days = model.number("Signaal_wachten", 56)
    if decided and decided[-1].get("Besluit") == "wachtlijst" and days:
        since = len(decided) - 1
        while since > 0 and decided[since - 1].get("Besluit") == "wachtlijst":
            since -= 1
        late("wachten", "", decided[since].op + days)
    if any(d.get("Zorg") for d in state.kept["leefgebied"].values()) \
            and not state.strengths():
        found.append(("krachten", "", None, None))
    made = trajectory.of("evaluatie")
    marks = [mark(made[-1], name) for name in ("Tevredenheid", "Samenwerking")] if made else []
    if any(m is not None and m <= model.number("Signaal_cijfer", 5) for m in marks):
        found.append(("cijfer", "", None, None))
    for name, days in (("indicatie", [last_valid_day(latest_indications(state), t)]),
                       ("toestemming", [r.date("Tot") for r in sharing(state) if r.get("Akkoord") == "ja"])):
        before = max(ahead, model.number("Signaal_" + name, 42))
        found += [(name, "", due, t - due) for due in sorted(d for d in days if d is not None) if due <= t + before]
    return found
