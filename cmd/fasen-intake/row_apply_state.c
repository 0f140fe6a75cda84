/* SPDX-License-Identifier: ISC */
#include "row_apply_state.h"

#include "alloc.h"

void
row_apply_append(struct row_apply *p, struct dossier *d, const struct draft *draft,
    const struct draft *of)
{
	dossier_append(d, draft);
	p->appended = alloc_room(p->appended, &p->cap, p->n + 1, sizeof *p->appended);
	p->appended[p->n++] = of;
}
