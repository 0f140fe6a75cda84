/* SPDX-License-Identifier: ISC */
#ifndef FASEN_HTML_H
#define FASEN_HTML_H

#include "text.h"

/*
 * Adds s so that it is only text in HTML, XHTML and SVG, in content and in a quoted attribute: & <
 * > " ' as references; characters that XML 1.0 (section 2.2) does not allow, and the overrides of
 * UAX 9, as U+FFFD.
 */
void html_add(struct text *to, const char *s);

/* The same in content, with each newline as <br/>. */
void html_add_lines(struct text *to, const char *s);

#endif
