#ifndef FASEN_DOCUMENT_RUN_H
#define FASEN_DOCUMENT_RUN_H

#include "cmdline.h"
#include "document.h"
#include "fold.h"

/* Writes one client's part of a document, such as plan_view. */
typedef void document_view(struct document *, const struct fold *);

/*
 * Prints one document with a part for each dossier of the operands, as it is today. `title` names
 * it as a whole, in the document's language. Returns the exit status so far.
 */
int document_run(const struct cmdline *, enum document_format, const char *title, document_view *);

#endif
