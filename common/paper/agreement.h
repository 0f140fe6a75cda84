#ifndef FASEN_AGREEMENT_H
#define FASEN_AGREEMENT_H

#include "document.h"
#include "fold.h"

/*
 * Writes what was agreed on a document: what each may expect, who agreed when with which remark,
 * whether it changed since (`changed`: the day of its last change), and the lines to sign.
 */
void agreement_view(struct document *, const struct fold *, const char *waarop, date changed);

#endif
