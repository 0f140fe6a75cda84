/* SPDX-License-Identifier: ISC */
#ifndef FASEN_REPORT_GROUPS_H
#define FASEN_REPORT_GROUPS_H

#include "arena.h"
#include "report.h"
#include "tally.h"

/*
 * The groups that were counted, in the order of group_compare, in the arena, and where there are
 * any the one of all behind the n; without --group the one group "".
 */
const char **report_groups(const struct report *, struct tally *, struct arena *, size_t *n);

#endif
