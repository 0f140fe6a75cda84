#ifndef FASEN_SHOW_H
#define FASEN_SHOW_H

#include <stdbool.h>

#include "cmdline.h"
#include "document.h"
#include "table_writer.h"

/*
 * The views of fasen-show. Each reads the operands and writes to standard output; they return the
 * exit status so far.
 */

/* -v lijst: a line for each client. */
int show_list_table(const struct cmdline *, enum table_format);
int show_list_document(const struct cmdline *, enum document_format);

/* -v tijdlijn: to read, or as rows of exact values. */
int show_timeline_document(const struct cmdline *, enum document_format);
int show_timeline_table(const struct cmdline *, enum table_format);

/* -v dossier: the copy; `without_network`: third parties left out. */
int show_copy(const struct cmdline *, enum document_format, bool without_network);

/* -v reiskaart: as one picture, or in a document. */
int show_journey_svg(const struct cmdline *);
int show_journey_document(const struct cmdline *, enum document_format);

/* -v toestemming: with whom data may be shared, a row for each party. */
int show_sharing(const struct cmdline *, enum table_format);

#endif
