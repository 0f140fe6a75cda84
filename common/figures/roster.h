/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ROSTER_H
#define FASEN_ROSTER_H

#include <stddef.h>

#include "fold.h"
#include "report.h"
#include "result_table.h"

/*
 * The row views: a row per signal (signalen) and per client (clienten). What they say is kept, so
 * memory grows with them; their cells are made when they are looked at.
 */
struct roster;

/* Rows for those of the two views that the report asks for. */
struct roster *roster_new(const struct report *);

/*
 * Adds the client's rows for a period and group; `then` is the state by which the last trajectory
 * is grouped, NULL for none. `id` is what the rows call the client.
 */
void roster_add(struct roster *, const struct fold *, const struct fold *then, size_t period,
    const char *group, const char *id);

/* How many signals there are. */
size_t roster_signals(const struct roster *);

/* Adds the tables, sorted. The roster must outlive the sheets. */
void roster_sheets(struct roster *, struct result_tables *);

void roster_free(struct roster *);

#endif
