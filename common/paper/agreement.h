#ifndef FASEN_AGREEMENT_H
#define FASEN_AGREEMENT_H

#include "document.h"
#include "state.h"

/*
 * The latest akkoord of that Wie ("client") and Waarop ("plan") in the current trajectory, whatever its Met and
 * whether ja or nee; NULL when there is none.
 */
const struct entry *agreement_latest(const struct state *, const char *wie, const char *waarop);

/*
 * Writes what was agreed on a document: what each may expect, who agreed when with which remark, whether
 * it changed since (`changed`: the day of its last change), and the lines to sign.
 */
void agreement_view(struct document *, const struct state *, const char *waarop, date changed);

#endif
