# SPDX-License-Identifier: ISC
"""The dossiers behind each figure, as fasen-report -T trace gives them; in no order of their own."""
from tables import (EXPECT, QUARTERS, SUMMARY, TABLES, TOGETHER, columns_of, counts_only, empty, reported,
                    rows_of)


def shared(all_of, part):
    """For each of all 1 when it is in the part, else 0; both are lists of (value, dossier)."""
    left, found = [d for _, d in part], []
    for _, dossier in all_of:
        within = dossier in left
        if within:
            left.remove(dossier)
        found.append((int(within), dossier))
    return found


def behind(table, row, column, kind, figures, before):
    """(value, dossier) of a figure; None where it has no lines."""
    if table in ("samenvatting", "overzicht"):
        _, other, place, name, how = next(s for s in SUMMARY if s[0] == row[0])
        there = ([None] * 8 + figures.quarters)[-8:]
        quarters = {c: q and q[1] for c, q in zip(QUARTERS, there)}
        source = {"waarde": figures, "vorige": before, **quarters}.get(column)
        if source is None or other == "samenvatting":
            return source and source.behind(other, place, name)
        return behind(other, place, name, how, source, None)
    if kind == EXPECT:
        return [(until, dossier) for (_, until, ends), dossier in figures.behind(table, row, column) if ends]
    if kind is not None:
        return figures.behind(table, row, column)
    if column in ("gerapporteerd", "uitgestroomd"):
        return reported(column, figures)
    if (table, column) in (("indicaties", "open"), ("overzicht.ontbreekt", "n")):
        return figures.behind("doorstroom", (), "open")
    if table == "overzicht.ontbreekt":
        return shared(figures.behind("doorstroom", (), "open"), figures.behind(table, row, "ontbreekt"))
    if table == "kenmerken":
        return shared(figures.behind("doorstroom.bediend", (), "bediend"), figures.behind(table, row, "n"))
    if table == "kwaliteit":
        team = figures.behind(table, (row[0], ""), "n")
        return team if column == "n" else shared(team, figures.behind(table, row, "ontbreekt"))
    if column == "aandeel":
        return shared(figures.behind("uitstroom", (), "n"), figures.behind(table, row, "n"))
    return None


def lines(run, views):
    """The lines of the trace, as tuples of words."""
    groups = [group.column for group in run.divided]
    for table, named, columns in TABLES:
        if table.partition(".")[0] not in views:
            continue
        columns = columns_of(table, columns, run.model)
        own = [i for i, name in enumerate(named) if name not in groups]
        for group in run.blocks(table):
            for period in run.periods:
                figures, before = run.with_course(period, group), period.before and run.figures(period.before, group)
                for row in rows_of(table, figures, period, run.model, groups, group == TOGETHER):
                    for column, kind in columns:
                        if group == TOGETHER and not counts_only(table, row, column, kind):
                            continue
                        for value, dossier in [] if empty(table, row, column, run.model) else \
                                behind(table, row, column, kind, figures, before) or []:
                            yield (table, "/".join(row[i] for i in own), column, dossier.client, dossier.path,
                                   period.name, *run.named(group), str(value))
