/* SPDX-License-Identifier: ISC */
#ifndef FASEN_HTML_FORM_H
#define FASEN_HTML_FORM_H

#include "document.h"
#include "document_block.h"

/* Forms in html: for document_html.c only. What each writes is said in document.h. */
void html_form_record(struct document *, const char *kind, const char *client);
void html_form_record_end(struct document *);
void html_form_given(struct document *, const char *field, const char *value);
void html_form_blank(struct document *, const char *field, const char *name,
    const char *value, int lines, bool several);
void html_form_choose(struct document *, const char *field, const char *name,
    const struct document_choice *, size_t n, enum document_choosing);

/* The button that saves what was filled in, and what it does. */
void html_form_saving(struct document *);

#endif
