/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_README_H
#define FASEN_WORKBOOK_README_H

#include "book.h"

/* The first sheet, where figures were rounded or left out, or dossiers are not in them. */
bool readme_any(const struct book *);
/* How what is published differs from what was counted. */
const char *readme_published(struct book *);

void readme_put(struct book *, lxw_worksheet *);

#endif
