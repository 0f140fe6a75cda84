/* SPDX-License-Identifier: ISC */
#include "inspection.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "alloc.h"
#include "filter.h"
#include "finding.h"
#include "replaced.h"
#include "utf8.h"

void
inspection_begin(struct inspection *n, const struct cmdline *c, struct listing *l)
{
	memset(n, 0, sizeof *n);
	n->call = c;
	n->listing = l;
	n->clients = seen_new();
	n->replaced = seen_new();
	n->persons = seen_new();
}

void
inspection_end(struct inspection *n)
{
	seen_free(n->clients);
	seen_free(n->replaced);
	seen_free(n->persons);
	text_release(&n->person);
	text_release(&n->written);
	free(n->places);
	for (size_t i = 0; i < n->nnames; i++)
		free(n->names[i]);
	free(n->names);
	text_release(&n->file.other);
	fold_release(&n->state);
}

/* Keeps where a dossier stands. */
static void
put_place(struct inspection *n, const char *file, long line)
{
	if (n->nnames == 0 || strcmp(n->names[n->nnames - 1], file) != 0) {
		n->names = alloc_room(n->names, &n->names_cap, n->nnames + 1, sizeof *n->names);
		n->names[n->nnames++] = alloc_copy(file);
	}
	n->places = alloc_room(n->places, &n->places_cap, n->nplaces + 1, sizeof *n->places);
	n->places[n->nplaces++] = (struct place){ n->nnames - 1, line };
}

/* Whose file it is by its name, NAME.rec; the length of NAME, or 0 for a file of another name. */
static size_t
named_after(const char *path, const char **name)
{
	const char *slash = strrchr(path, '/');
	size_t n;

	*name = slash == NULL ? path : slash + 1;
	n = strlen(*name);
	return n > 4 && strcmp(*name + n - 4, ".rec") == 0 ? n - 4 : 0;
}

/* Returns whether one of the two, this dossier and one before it, took over the other; says so. */
static bool
check_replaced(struct inspection *n, struct dossier *d)
{
	size_t own = n->nplaces - 1, first = own, nreplaced;
	const struct field **replaced = replaced_values(d, CLIENT_VERVANGT, &nreplaced);
	bool taken = seen_has(n->replaced, d->id, &first);

	if (taken)
		problems_add(&d->problems, PROBLEM_ERROR, "double-client", d->file,
		    d->records[0].line, SCHEMA_CLIENT,
		    _("%s was taken over at %s:%ld; --unite adds what this one has more, then it "
		    "can go"), d->id, n->names[n->places[first].name], n->places[first].line);
	for (size_t i = 0; i < nreplaced; i++) {
		const struct field *f = replaced[i];

		if (seen_has(n->clients, f->value, &first)) {
			taken = true;
			problems_add(&d->problems, PROBLEM_ERROR, "double-client", d->file, f->line,
			    f->name, _("%s still has a dossier, at %s:%ld; --unite adds what that "
			    "one has more, then it can go"), f->value,
			    n->names[n->places[first].name], n->places[first].line);
		}
		first = own;
		seen_before(n->replaced, f->value, &first);
	}
	free(replaced);
	return taken;
}

/* Returns whether it is the first dossier of that client. */
static bool
check_client(struct inspection *n, struct dossier *d)
{
	const char *name;
	size_t first = n->nplaces, length = named_after(d->file, &name);
	long line = d->records[0].line;
	bool again;

	again = seen_before(n->clients, d->id, &first);
	if (again)
		problems_add(&d->problems, PROBLEM_ERROR, "double-client", d->file, line,
		    SCHEMA_CLIENT, _("%s has a dossier at %s:%ld already"), d->id,
		    n->names[n->places[first].name], n->places[first].line);
	else {
		put_place(n, d->file, line);
		again = check_replaced(n, d);
	}
	n->file.dossiers++;
	if (strlen(d->id) == length && memcmp(d->id, name, length) == 0)
		n->file.named = true;
	else if (n->file.other_line == 0) {
		text_adds(&n->file.other, d->id);
		n->file.other_line = line;
	}
	return !again;
}

/* Says that another dossier is likely of the same person, where one came of that key. */
static void
check_alike(struct inspection *n, struct dossier *d, enum slot slot, const char *why)
{
	size_t own = n->nplaces - 1, first = own;

	if (seen_before(n->persons, text_string(&n->person), &first) && first != own)
		problems_add(&d->problems, PROBLEM_WARNING, "alike", d->file, d->records[0].line,
		    schema_name(KIND_CLIENT, slot),
		    _("%s is likely the same person as the client at %s:%ld: %s"), d->id,
		    n->names[n->places[first].name], n->places[first].line, why);
}

/* The id elsewhere, and those of the dossiers that it took over, which stand behind their ids. */
static void
check_extern(struct inspection *n, struct dossier *d, enum slot slot)
{
	for (const struct field *f = entry_at(n->state.client, slot); f != NULL;
	    f = field_next(f)) {
		const char *blank = slot == CLIENT_EXTERN ? NULL : strchr(f->value, ' ');

		if (slot != CLIENT_EXTERN && blank == NULL)
			continue;
		text_clear(&n->person);
		text_addf(&n->person, "=%s", blank == NULL ? f->value : blank + 1);
		check_alike(n, d, slot, _("the same id elsewhere"));
	}
}

/*
 * As an import does: the same name, folded, and date of birth, or where nothing tells one of that
 * name from another; or the same BSN or id elsewhere.
 */
static void
check_person(struct inspection *n, struct dossier *d)
{
	const struct entry *e = n->state.client;
	const char *name = entry_text(e, CLIENT_NAAM), *born = entry_text(e, CLIENT_GEBOREN);
	const char *bsn = entry_text(e, CLIENT_BSN);

	if (name[0] != '\0' && (born[0] != '\0' ||
	    (bsn[0] == '\0' && entry_text(e, CLIENT_EXTERN)[0] == '\0'))) {
		char *folded = utf8_fold_name(name);

		text_clear(&n->person);
		text_addf(&n->person, "%s %s", born, folded);
		free(folded);
		check_alike(n, d, CLIENT_NAAM, born[0] != '\0' ?
		    _("the same name and date of birth") :
		    _("the same name, and nothing to tell them apart"));
	}
	if (bsn[0] != '\0') {
		text_clear(&n->person);
		text_adds(&n->person, bsn);
		check_alike(n, d, CLIENT_BSN, _("the same number"));
	}
	check_extern(n, d, CLIENT_EXTERN);
	check_extern(n, d, CLIENT_VERVANGT_EXTERN);
}

/*
 * A file of several dossiers is a stream and may have any name, unless it has the name of one of
 * them.
 */
static void
check_name(const struct inspection *n, const char *path, struct problems *problems)
{
	const struct file *f = &n->file;
	const char *name;
	int length = (int)named_after(path, &name);

	if (length == 0)
		return;
	if (f->dossiers == 0)
		problems_add(problems, PROBLEM_WARNING, "empty", path, 0, NULL,
		    _("holds no dossier"));
	else if (f->dossiers == 1 && !f->named)
		problems_add(problems, PROBLEM_ERROR, "file-name", path, f->other_line,
		    SCHEMA_CLIENT, _("%s is not the name of the file; expected %s.rec"),
		    text_string(&f->other), text_string(&f->other));
	else if (f->named && f->other_line > 0)
		problems_add(problems, PROBLEM_ERROR, "file-name", path, f->other_line,
		    SCHEMA_CLIENT, _("%s stands in the file of another client; expected %.*s"),
		    text_string(&f->other), length, name);
}

/*
 * The permissions that a file of a folder gives in vain, for it or a folder above lets nobody
 * through.
 */
static unsigned
closed_off(const char *folder)
{
	char *path = realpath(folder, NULL), *end = path == NULL ? NULL : path + strlen(path);
	unsigned closed = 0;
	struct stat s;

	while (end != NULL) {
		*end = '\0';
		if (stat(path[0] == '\0' ? "/" : path, &s) == 0) {
			closed |= s.st_mode & S_IXOTH ? 0 : 07u;
			closed |= s.st_mode & (S_IXGRP | S_IXOTH) ? 0 : 070u;
		}
		end = path[0] == '\0' ? NULL : strrchr(path, '/');
	}
	free(path);
	return closed;
}

/*
 * A folder that a group writes in is shared on purpose; else a dossier is its owner's alone. One
 * that everybody writes in is said once.
 */
static void
check_mode(struct inspection *n, const char *path, struct problems *problems)
{
	struct text folder = { 0 };
	const char *slash = strrchr(path, '/');
	struct stat file, in = { 0 };
	unsigned allowed = 0600, more;

	if (stat(path, &file) != 0 || !S_ISREG(file.st_mode))
		return;
	text_add(&folder, path, slash == NULL ? 0 : (size_t)(slash - path) + 1);
	if (slash == NULL)
		text_adds(&folder, ".");
	if (stat(text_string(&folder), &in) == 0 && in.st_mode & S_IWGRP)
		allowed = 0660;
	if (in.st_mode & S_IWOTH && (n->written.at == NULL ||
	    strcmp(n->written.at, text_string(&folder)) != 0)) {
		text_clear(&n->written);
		text_adds(&n->written, text_string(&folder));
		if (!(closed_off(text_string(&folder)) & S_IWOTH))
			problems_add(problems, PROBLEM_WARNING, "mode", text_string(&folder), 0,
			    NULL, _("mode %04o lets everybody put files in it; expected %04o"),
			    (unsigned)in.st_mode & 07777u, (unsigned)in.st_mode & 07775u);
	}
	more = (unsigned)file.st_mode & 077u & ~allowed;
	if (more != 0 && more & ~closed_off(text_string(&folder)))
		problems_add(problems, PROBLEM_WARNING, "mode", path, 0, NULL,
		    _("mode %04o lets others at it; expected %04o"), (unsigned)file.st_mode & 0777u,
		    allowed);
	text_release(&folder);
}

static int
end_file(struct inspection *n, struct dossier *d)
{
	if (n->call->client == NULL && strcmp(d->file, "-") != 0) {
		check_name(n, d->file, &d->problems);
		check_mode(n, d->file, &d->problems);
	}
	n->file.dossiers = 0;
	n->file.named = false;
	n->file.other_line = 0;
	text_clear(&n->file.other);
	return listing_add(n->listing, NULL, &d->problems);
}

int
inspection_see(struct dossier *d, void *inspection)
{
	struct inspection *n = inspection;
	bool first;

	if (d->bytes.len == 0)
		return end_file(n, d);
	first = d->id != NULL && check_client(n, d);
	finding_dossier(d, 0, n->call->model, n->call->today, &n->state, &d->problems);
	if (first && !d->malformed && n->state.dossier == d && n->state.client != NULL)
		check_person(n, d);
	return listing_add(n->listing, d->id, &d->problems);
}
