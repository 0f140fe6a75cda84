/* SPDX-License-Identifier: ISC */
#include "plan_id.h"

/* Only where one may type a command beside it: a paper for the client has no ids in its texts. */
void
plan_id(struct text *to, const struct document *d, const struct entry *e)
{
	if (document_kind(d) == DOCUMENT_TEXT)
		text_addf(to, "%s ", e->key);
}
