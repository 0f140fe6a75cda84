/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TRACE_H
#define FASEN_TRACE_H

#include "dossier.h"
#include "report.h"
#include "table_writer.h"

/*
 * For each figure the dossiers behind it: view, periode, the groups, rij, kolom,
 * client, bestand, waarde. A count has a line for each thing counted (waarde 1), a share
 * one for each thing that it is a share of (1 or 0), a statistic one for each value.
 */
struct trace;

struct trace *trace_begin(const struct report *);

/* Counts a dossier; `id` and `file` as its lines are to show them. */
void trace_dossier(struct trace *, const struct dossier *, const char *id, const char *file);

/*
 * Writes the table, dossier by dossier, and frees the trace; with NULL nothing is written. Returns
 * false, with errno, when what was counted could not be kept in a temporary file.
 */
bool trace_end(struct trace *, struct table_writer *);

#endif
