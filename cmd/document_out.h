/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DOCUMENT_OUT_H
#define FASEN_DOCUMENT_OUT_H

#include "cmdline.h"
#include "document.h"

/*
 * A document on standard output, one at a time. For DOCUMENT_PDF it goes through a pipe to
 * fasen-pdf, which draws it there; where that cannot be started, which is said, exits with 2.
 * `title` is in the document's language.
 */
struct document *document_out_at(const struct cmdline *, enum document_format, const char *title,
    int fd);	/* fasen-pdf writes there */
struct document *document_out(const struct cmdline *, enum document_format, const char *title);

/* document_close; waits for fasen-pdf. Returns the status, or what went worse. */
int document_out_end(struct document *, int status);

#endif
