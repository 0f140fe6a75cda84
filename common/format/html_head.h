/* SPDX-License-Identifier: ISC */
#ifndef FASEN_HTML_HEAD_H
#define FASEN_HTML_HEAD_H

#include <stdbool.h>

#include "label.h"
#include "text.h"

/*
 * Adds the beginning of a page, up to and with the tag main: title, style, and what stands at the
 * foot of its pages in print. `alone`: the file holds one part, so its pages can be counted.
 */
void html_head(struct text *to, enum lang, const char *title, const char *foot, bool alone);

/* Adds s as a string of CSS, control characters shown. */
void html_css_string(struct text *to, const char *s);

#endif
