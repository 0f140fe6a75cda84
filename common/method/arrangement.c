/* SPDX-License-Identifier: ISC */
#include "arrangement.h"

bool
arrangement_stands(const struct fold *s, const struct entry *e, const char *text, date on)
{
	return arrangement_table_standing(&s->named, fold_open(s), e->word, text, on) == e;
}

bool
arrangement_there(const struct fold *s, const struct arrangement_key *k, const char *text, date on)
{
	const struct entry *latest = arrangement_table_latest(&s->named, k);

	return latest != NULL && arrangement_table_standing(&s->named, fold_open(s), latest->word,
	    text, on) != NULL;
}

bool
arrangement_said(const struct fold *s, const struct entry *e, const char *text)
{
	const struct entry *first = arrangement_table_said(&s->named, e->word, text);

	return first != NULL && first->order < e->order;
}
