/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SHOW_H
#define FASEN_SHOW_H

#include <stdbool.h>

#include "cmdline.h"
#include "document.h"
#include "table_writer.h"
#include "view.h"

/*
 * The views of fasen-show. Each reads the operands and writes to standard output; they return the
 * exit status so far.
 */

/* A call of the views of every day. */
struct showing {
	const struct cmdline *call;
	const char *team, *worker;	/* only their clients; NULL = all */
	date since;			/* -v tijdlijn: from that day on; DATE_NONE = all */
	long ahead;			/* -v agenda: so many days */
	bool by_worker;
};

/* view_run for the clients that were asked for; says when there is none. */
int show_run(const struct showing *, struct view *, view_show *, void *context);

/* -v lijst: a line for each client. */
int show_list_table(const struct showing *, enum table_format);
int show_list_document(const struct showing *, enum document_format);

/* -v agenda: what is late, and what will be due, by client or by support worker. */
int show_agenda_table(const struct showing *, enum table_format);
int show_agenda_document(const struct showing *, enum document_format);

/* -v tijdlijn: to read, or as rows of exact values. */
int show_timeline_document(struct showing *, enum document_format);
int show_timeline_table(struct showing *, enum table_format);

/* -v dossier: the copy; `without_network`: third parties left out. */
int show_copy(const struct cmdline *, enum document_format, bool without_network);

/* -v reiskaart: as one picture, or in a document. */
int show_journey_svg(const struct cmdline *);
int show_journey_document(const struct cmdline *, enum document_format);

/* -v toestemming: with whom data may be shared, a row for each party. */
int show_sharing(const struct cmdline *, enum table_format);
int show_sharing_document(const struct cmdline *, enum document_format);

#endif
