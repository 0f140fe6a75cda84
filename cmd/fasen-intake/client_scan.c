/* SPDX-License-Identifier: ISC */
#include "client_scan.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "dossier.h"
#include "fold.h"
#include "operands.h"
#include "reader.h"
#include "replaced.h"

struct scan {
	struct client_index *index;
	struct given_ids *given;
	const struct cmdline *call;
	size_t directory;
	struct operands *operands;
	struct dossier dossier;
	struct fold fold;
	int *status;
	struct problems *problems;
};

static void
take(const struct record *r, enum slot slot, const char **to)
{
	if (record_has(r, slot))
		*to = record_text(r, slot);
}

/* Of what cannot be folded, the latest of its records of client, in order of place. */
static void
read_facts(const struct dossier *d, struct client_facts *facts)
{
	for (size_t i = 0; i < d->n; i++) {
		if (d->records[i].kind != KIND_CLIENT)
			continue;
		take(&d->records[i], CLIENT_NAAM, &facts->naam);
		take(&d->records[i], CLIENT_GEBOREN, &facts->geboren);
		take(&d->records[i], CLIENT_BSN, &facts->bsn);
		take(&d->records[i], CLIENT_EXTERN, &facts->extern_id);
	}
}

/*
 * Ids that the dossier ever said it took over are not given again; those that it took over mean its
 * client, and so do their ids elsewhere.
 */
static void
take_replaced(struct scan *s, size_t client)
{
	const struct dossier *d = &s->dossier;
	const struct field **all;
	size_t n;

	for (size_t i = 0; i < d->n; i++)
		for (const struct field *f = d->records[i].kind != KIND_CLIENT ? NULL :
		    record_at(&d->records[i], CLIENT_VERVANGT); f != NULL; f = field_next(f))
			given_ids_take(s->given, f->value);
	all = replaced_values(d, CLIENT_VERVANGT, &n);
	for (size_t i = 0; i < n; i++)
		if (client_index_by_id(s->index, all[i]->value) == CLIENT_NONE)
			client_index_replaces(s->index, client, all[i]->value);
	free(all);
	all = replaced_values(d, CLIENT_VERVANGT_EXTERN, &n);
	for (size_t i = 0; i < n; i++)
		if (strchr(all[i]->value, ' ') != NULL)
			client_index_replaces_extern(s->index, client,
			    strchr(all[i]->value, ' ') + 1);
	free(all);
}

static void
add_dossier(struct scan *s, const char *path)
{
	const struct dossier *d = &s->dossier;
	struct client_facts facts = { 0 };
	struct client_keys keys;
	const char *name = strrchr(path, '/') + 1;
	size_t n = strlen(d->id);
	bool usual = strncmp(name, d->id, n) == 0 && strcmp(name + n, ".rec") == 0;

	if (!d->malformed && fold_day(&s->fold, d, s->call->model, s->call->today, DATE_LAST)) {
		const struct entry *e = s->fold.client;

		facts = (struct client_facts){ entry_text(e, CLIENT_NAAM),
		    entry_text(e, CLIENT_GEBOREN),
			entry_text(e, CLIENT_BSN), entry_text(e, CLIENT_EXTERN) };
	} else
		read_facts(d, &facts);
	keys = client_index_keys(s->index, &facts);
	take_replaced(s, client_index_add(s->index, d->id, &keys, s->directory,
	    usual ? NULL : path, false));
	given_ids_take(s->given, d->id);
}

/* Whether what is wrong with the dossier is wrong with its first record, or before it. */
static bool
unknown(const struct dossier *d)
{
	if (!d->malformed || d->n < 2 || d->id == NULL)
		return d->malformed;
	for (size_t i = 0; i < d->problems.n; i++)
		if (d->problems.at[i].severity == PROBLEM_ERROR &&
		    d->problems.at[i].line < d->records[1].line)
			return true;
	return false;
}

/*
 * As everywhere: in a directory ID.rec counts before files of other names, else the first that
 * came.
 */
static bool
has_another(struct scan *s, const char *path)
{
	const struct dossier *d = &s->dossier;
	struct text other = { 0 };

	if (!operands_outranked(s->operands, d->id, &other)) {
		size_t first = client_index_by_id(s->index, d->id);

		if (first == CLIENT_NONE)
			return false;
		client_index_path(s->index, first, &other);
	}
	problems_add(s->problems, PROBLEM_WARNING, "double-client", path, d->records[0].line,
	    SCHEMA_CLIENT,
	    _("%s has a dossier in %s; this one is passed over"), d->id, text_string(&other));
	text_release(&other);
	*s->status = 1;
	return true;
}

/* Returns whether all clients in it are known now. */
static bool
scan_file(struct scan *s, const char *path)
{
	struct dossier *d = &s->dossier;
	size_t before = s->problems->n;
	int fd = operands_open(s->operands, s->problems), got = 0;
	struct reader *reader;
	bool good = true, any = false;

	if (fd < 0)
		return s->problems->n == before ||
		    s->problems->at[before].severity != PROBLEM_ERROR;
	reader = reader_open(fd, path);
	while (good && (got = reader_next(reader, d)) > 0) {
		good = !unknown(d);
		any = any || d->n > 0;
		problems_move(s->problems, &d->problems);
		if (!good)
			problems_add(s->problems, PROBLEM_ERROR, "unknown", path, d->line, NULL,
			    _("the first record of a dossier cannot be read, so who is known is "
			    "not known; nothing was registered"));
		else if (d->id != NULL && !has_another(s, path))
			add_dossier(s, path);
	}
	if (got < 0) {
		long line;
		const char *why = reader_failure(reader, &line);

		problems_add(s->problems, PROBLEM_ERROR, "read", path, line, NULL, "%s", why);
		good = false;
	} else if (good && !any) {
		problems_add(s->problems, PROBLEM_WARNING, "empty", path, 0, NULL,
		    _("holds no dossier"));
		*s->status = 1;
	}
	reader_free(reader);
	close(fd);
	return good;
}

/* A name counts as given, whatever the file holds. */
static void
take_name(struct given_ids *given, const char *path)
{
	const char *name = strrchr(path, '/') + 1;
	char id[CLIENT_ID_SIZE];
	size_t n = strlen(name) - strlen(".rec");

	if (n >= sizeof id)
		return;
	snprintf(id, sizeof id, "%.*s", (int)n, name);
	given_ids_take(given, id);
}

static void
fail(const char *directory, struct problems *problems)
{
	problems_add(problems, PROBLEM_ERROR, "read", directory, 0, NULL, _("not a directory"));
}

bool
client_scan(struct client_index *index, struct given_ids *given, const struct cmdline *c,
    const char *directory, bool may_be_empty, size_t *number, int *status,
    struct problems *problems)
{
	char *own = alloc_copy(directory);
	struct scan s = { .index = index, .given = given, .call = c,
		.operands = operands_of(&own, 1), .status = status, .problems = problems };
	struct stat st;
	const char *path;
	bool good = stat(directory, &st) == 0 && S_ISDIR(st.st_mode);

	if (!good)
		fail(directory, problems);
	s.directory = *number = client_index_directory(index, directory);
	if (may_be_empty)
		operands_may_be_empty(s.operands);
	while (good && (path = operands_next(s.operands, problems)) != NULL) {
		good = operands_listed(s.operands);
		if (!good) {	/* it went since */
			fail(directory, problems);
			break;
		}
		take_name(given, path);
		good = scan_file(&s, path);
	}
	if (operands_status(s.operands) > *status)
		*status = operands_status(s.operands);
	operands_free(s.operands);
	fold_release(&s.fold);
	dossier_release(&s.dossier);
	free(own);
	return good && *status < 2;
}
