/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TABLES_VIEW_H
#define FASEN_TABLES_VIEW_H

#include "builder.h"

/* What each view of a report adds: tables.c calls them, a file of their own each makes them. */
void tables_overview(struct builder *);
void tables_summary(struct builder *);
void tables_flow(struct builder *);
void tables_waiting(struct builder *);
void tables_lead_time(struct builder *);
void tables_caseload(struct builder *);
void tables_progress(struct builder *);
void tables_goals(struct builder *);
void tables_outflow(struct builder *);
void tables_principles(struct builder *);
void tables_evaluations(struct builder *);
void tables_strengths(struct builder *);
void tables_indications(struct builder *);
void tables_traits(struct builder *);
void tables_quality(struct builder *);

/* The figure of samenvatting of that name, of the builder's period; and how it changed. */
void tables_summary_figure(struct builder *, const char *name);
void tables_summary_change(struct builder *, const char *name);

/* All that can be lacking, in the order of kwaliteit; and each in the document's language. */
struct rows tables_lacks(struct builder *);
const char *tables_lack_label(struct builder *, size_t i);

#endif
