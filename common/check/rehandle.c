/* SPDX-License-Identifier: ISC */
#include "rehandle.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "handle.h"
#include "retraction.h"

/*
 * Writes the handle in the field Wat of a retraction of the version. Returns false, with an error,
 * when what stands there is not on one line.
 */
static bool
write_wat(struct version *v, struct piece *p, const char *handle, struct problems *errors)
{
	struct field *f = p->record->fields;

	while (f->slot != INTREKKING_WAT || f->n == 0)
		f++;
	if (strcmp(f->value, handle) == 0 || version_rewrite(v, p, f, handle))
		return true;
	problems_add(errors, PROBLEM_ERROR, "renumber", v->dossier.file, version_line(v, f->line),
	    f->name, _("must become %s, but does not stand on one line"), handle);
	return false;
}

void
rehandle_of(const struct version *v, size_t record, const struct handles *before,
    char to[HANDLE_SIZE])
{
	struct handle now;
	struct handles one = { &now, NULL, 1 };

	handle_digits(v->pieces[record].body, v->pieces[record].body_n, now.digits);
	now.number = before->at[record].number;
	handles_of(&one, 0, to);
}

/* The new handle of a record, in the field that names it. */
static bool
write_handle(struct version *v, size_t by, size_t of, const struct handles *before,
    struct problems *errors)
{
	char handle[HANDLE_SIZE];

	rehandle_of(v, of, before, handle);
	return write_wat(v, &v->pieces[by], handle, errors);
}

bool
rehandle(struct version *v, struct problems *errors)
{
	const struct dossier *d = &v->dossier;
	size_t *waits, n, by, of;
	struct retractions all;
	struct handles before;
	bool *done, good = true;

	if (d->nretractions == 0)
		return true;
	retractions_begin(&all, d);
	handles_read(&before, d);
	waits = alloc_new(d->n, sizeof *waits);
	done = alloc_new(d->n, sizeof *done);
	for (size_t i = 0; i < all.n; i++)
		for (n = 0, by = all.at[i].by; by != (size_t)-1 && !done[by]; by = of) {
			done[by] = true;
			waits[n++] = by;
			of = retractions_target(&all, by);
			if (of != (size_t)-1 &&
			    (done[of] || retractions_target(&all, of) == (size_t)-1))
				of = (size_t)-1;
			while (of == (size_t)-1 && n > 0) {
				by = waits[--n];
				good = write_handle(v, by, retractions_target(&all, by), &before,
				    errors) && good;
			}
		}
	retractions_end(&all);
	handles_release(&before);
	free(waits);
	free(done);
	return good;
}
