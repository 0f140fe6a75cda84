#include "client_index.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "disk_index.h"
#include "dossier.h"
#include "operands.h"
#include "reader.h"
#include "text.h"
#include "utf8.h"

enum { PREFIX_SIZE = CLIENT_ID_SIZE, DIGITS_MIN = 4, DIGITS_MAX = 9 };

struct counter {
	char prefix[PREFIX_SIZE];
	long long highest;
};

struct client_index {
	struct disk_index *index;
	char *prefix;
	struct counter *counters;
	size_t n, cap;
	struct text key, value;
};

struct client_index *
client_index_open(const char *temporary, const char *prefix, struct problems *problems)
{
	struct disk_index *index = disk_index_open(temporary);
	struct client_index *k;

	if (index == NULL) {
		problems_add(problems, PROBLEM_ERROR, "index", temporary, 0, NULL, "%s",
		    strerror(errno));
		return NULL;
	}
	k = alloc_new(1, sizeof *k);
	k->index = index;
	k->prefix = prefix != NULL ? alloc_copy(prefix) : NULL;
	return k;
}

static struct counter *
counter_of(struct client_index *k, const char *prefix)
{
	size_t i;

	for (i = 0; i < k->n; i++)
		if (strcmp(k->counters[i].prefix, prefix) == 0)
			return &k->counters[i];
	k->counters = alloc_room(k->counters, &k->cap, k->n + 1, sizeof *k->counters);
	k->counters[k->n] = (struct counter){ .highest = 0 };
	snprintf(k->counters[k->n].prefix, PREFIX_SIZE, "%s", prefix);
	return &k->counters[k->n++];
}

/*
 * Whether ids with the prefix are numbered: any prefix would be a counter for each id of another
 * system.
 */
static bool
counts(const struct client_index *k, const char *prefix)
{
	if (k->prefix != NULL)
		return strcmp(prefix, k->prefix) == 0;
	return strlen(prefix) == 5 && strspn(prefix, "0123456789") == 4 && prefix[4] == '-';
}

static void
count_id(struct client_index *k, const char *id)
{
	char prefix[PREFIX_SIZE];
	size_t n = strlen(id), digits = 0;
	long long number;

	while (digits < n && id[n - digits - 1] >= '0' && id[n - digits - 1] <= '9')
		digits++;
	if (k->prefix != NULL && strncmp(id, k->prefix, strlen(k->prefix)) == 0 &&
	    n - strlen(k->prefix) < digits)
		digits = n - strlen(k->prefix);
	if (n >= PREFIX_SIZE || digits < DIGITS_MIN || digits > DIGITS_MAX)
		return;
	snprintf(prefix, sizeof prefix, "%.*s", (int)(n - digits), id);
	if (!counts(k, prefix))
		return;
	number = strtoll(id + n - digits, NULL, 10);
	if (number > counter_of(k, prefix)->highest)
		counter_of(k, prefix)->highest = number;
}

static const char *
key_of(struct client_index *k, char what, const char *value)
{
	text_clear(&k->key);
	text_addc(&k->key, what);
	text_adds(&k->key, value);
	return text_string(&k->key);
}

static const char *
person_key(struct client_index *k, const struct client_index_facts *f)
{
	char *name;

	if (f->naam == NULL || f->geboren == NULL || f->naam[0] == '\0' || f->geboren[0] == '\0')
		return NULL;
	name = utf8_fold_name(f->naam);
	key_of(k, 'p', f->geboren);
	text_adds(&k->key, name);
	free(name);
	return text_string(&k->key);
}

static bool
given(const char *s)
{
	return s != NULL && s[0] != '\0';
}

static bool
add(struct client_index *k, const char *id, const char *path, const struct client_index_facts *f,
    bool now)
{
	const char *value;

	text_clear(&k->value);
	text_addf(&k->value, "%c%s %s", now ? '!' : '=', id, path);
	value = text_string(&k->value);
	return disk_index_add(k->index, key_of(k, 'i', id), value) &&
	    (!given(f->extern_id) ||
	    disk_index_add(k->index, key_of(k, 'x', f->extern_id), value)) &&
	    (!given(f->bsn) || disk_index_add(k->index, key_of(k, 'b', f->bsn), value)) &&
	    (person_key(k, f) == NULL || disk_index_add(k->index, text_string(&k->key), value));
}

bool
client_index_add(struct client_index *k, const char *id, const char *path,
    const struct client_index_facts *f)
{
	count_id(k, id);
	return add(k, id, path, f, true);
}

static void
take(const struct record *r, enum slot slot, const char **to)
{
	const struct field *f = record_at(r, slot);

	if (f != NULL)
		*to = f->value;
}

/*
 * The latest of what its records of client say, in order of place: for finding, that is near enough
 * to the fold.
 */
static bool
add_dossier(struct client_index *k, const struct dossier *d, const char *path)
{
	struct client_index_facts facts = { 0 };
	size_t i;

	for (i = 0; i < d->n; i++) {
		if (d->records[i].kind != KIND_CLIENT)
			continue;
		take(&d->records[i], CLIENT_NAAM, &facts.naam);
		take(&d->records[i], CLIENT_GEBOREN, &facts.geboren);
		take(&d->records[i], CLIENT_BSN, &facts.bsn);
		take(&d->records[i], CLIENT_EXTERN, &facts.extern_id);
	}
	count_id(k, d->id);
	return add(k, d->id, path, &facts, false);
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
has_another(struct client_index *k, const struct operands *operands, const struct dossier *d,
    const char *path, struct problems *problems)
{
	struct client_index_client first;
	struct text other = { 0 };

	if (!operands_outranked(operands, d->id, &other)) {
		if (!client_index_by_id(k, d->id, &first))
			return false;
		text_adds(&other, first.path);
	}
	problems_add(problems, PROBLEM_WARNING, "double-client", path, d->records[0].line,
	    SCHEMA_CLIENT, _("%s has a dossier in %s; this one is passed over"), d->id,
	    text_string(&other));
	text_release(&other);
	return true;
}

/* Returns whether all clients in it are known now. */
static bool
scan_file(struct client_index *k, struct operands *operands, const char *path, struct dossier *d,
    int *status, struct problems *problems)
{
	size_t before = problems->n;
	int fd = operands_open(operands, problems), got = 0;
	struct reader *s;
	bool good = true;

	if (fd < 0)
		return problems->n == before || problems->at[before].severity != PROBLEM_ERROR;
	s = reader_open(fd, path);
	while (good && (got = reader_next(s, d)) > 0) {
		good = !unknown(d);
		problems_move(problems, &d->problems);
		if (!good)
			problems_add(problems, PROBLEM_ERROR, "unknown", path, d->line, NULL,
			    _("the first record of a dossier cannot be read, so who is known is "
			    "not known; nothing was registered"));
		else if (d->id != NULL && has_another(k, operands, d, path, problems))
			*status = 1;
		else
			good = d->id == NULL || add_dossier(k, d, path);
	}
	if (got < 0) {
		problems_add(problems, PROBLEM_ERROR, "read", path, 0, NULL, "%s", strerror(errno));
		good = false;
	}
	reader_free(s);
	close(fd);
	return good;
}

/* A name counts as given, whatever the file holds. */
static void
count_name(struct client_index *k, const char *path)
{
	const char *name = strrchr(path, '/') + 1;
	char id[CLIENT_ID_SIZE];
	size_t n = strlen(name) - strlen(".rec");

	if (n >= sizeof id)
		return;
	snprintf(id, sizeof id, "%.*s", (int)n, name);
	count_id(k, id);
}

bool
client_index_scan(struct client_index *k, const char *directory, int *status,
    struct problems *problems)
{
	char *own = alloc_copy(directory);
	struct operands *operands = operands_of(&own, 1);
	struct dossier d = { 0 };
	struct stat st;
	const char *path;
	bool good = stat(directory, &st) == 0 && S_ISDIR(st.st_mode);

	if (!good)
		problems_add(problems, PROBLEM_ERROR, "read", directory, 0, NULL,
		    _("not a directory"));
	operands_may_be_empty(operands);
	while (good && (path = operands_next(operands, problems)) != NULL) {
		count_name(k, path);
		good = scan_file(k, operands, path, &d, status, problems);
	}
	if (disk_index_failed(k->index) != 0)
		problems_add(problems, PROBLEM_ERROR, "index", NULL, 0, NULL,
		    _("temporary file: %s"), strerror(disk_index_failed(k->index)));
	if (operands_status(operands) > *status)
		*status = operands_status(operands);
	good = good && *status < 2 && disk_index_failed(k->index) == 0;
	operands_free(operands);
	dossier_release(&d);
	free(own);
	return good;
}

/* Takes a value of the index apart. */
static bool
read_client(const char *value, struct client_index_client *c)
{
	size_t n;

	if (value == NULL)
		return false;
	c->now = *value++ == '!';
	n = strcspn(value, " ");
	snprintf(c->id, sizeof c->id, "%.*s", (int)n, value);
	c->path = value + n + (value[n] == ' ');
	return true;
}

bool
client_index_by_id(struct client_index *k, const char *id, struct client_index_client *c)
{
	size_t i = 0;

	return read_client(disk_index_next(k->index, key_of(k, 'i', id), &i), c);
}

bool
client_index_by_extern(struct client_index *k, const char *extern_id, struct client_index_client *c)
{
	size_t i = 0;

	return read_client(disk_index_next(k->index, key_of(k, 'x', extern_id), &i), c);
}

bool
client_index_extern_of_other(struct client_index *k, const char *extern_id, const char *id,
    struct client_index_client *c)
{
	struct client_index_client one;
	size_t i = 0;

	while (read_client(disk_index_next(k->index, key_of(k, 'x', extern_id), &i), &one))
		if (strcmp(one.id, id) == 0)
			return false;
	return client_index_by_extern(k, extern_id, c);
}

bool
client_index_alike(struct client_index *k, const struct client_index_facts *f, size_t *i,
    struct client_index_client *c)
{
	if (person_key(k, f) != NULL)
		return read_client(disk_index_next(k->index, text_string(&k->key), i), c);
	if (given(f->bsn))
		return read_client(disk_index_next(k->index, key_of(k, 'b', f->bsn), i), c);
	return false;
}

void
client_index_next_id(struct client_index *k, const char *prefix, long skip, char to[CLIENT_ID_SIZE])
{
	struct counter *counter = counter_of(k, k->prefix != NULL ? k->prefix : prefix);

	snprintf(to, CLIENT_ID_SIZE, "%.40s%04lld", counter->prefix, counter->highest + 1 + skip);
}

void
client_index_taken(struct client_index *k, const char *id)
{
	count_id(k, id);
}

int
client_index_failed(const struct client_index *k)
{
	return disk_index_failed(k->index);
}

void
client_index_free(struct client_index *k)
{
	if (k == NULL)
		return;
	disk_index_free(k->index);
	text_release(&k->key);
	text_release(&k->value);
	free(k->counters);
	free(k->prefix);
	free(k);
}
