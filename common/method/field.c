/* SPDX-License-Identifier: ISC */
#include "field.h"

void
field_trim(struct field *f)
{
	const char *s = f->value, *end = s + f->n;

	while (s < end && (field_blank(*s) || *s == '\n'))
		s++;
	while (s < end && (field_blank(end[-1]) || end[-1] == '\n'))
		end--;
	f->n = (uint32_t)(end - s);
	f->value = s;
	((char *)f->value)[f->n] = '\0';
}
