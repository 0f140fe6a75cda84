/* SPDX-License-Identifier: ISC */
#include "given_ids.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "cmdline.h"
#include "file.h"
#include "lines.h"
#include "save.h"
#include "schema.h"

enum {
	PREFIX_MAX = 40, DIGITS_MIN = 4, DIGITS_MAX = 9, HIGHEST = 999999999, FILE_MAX = 1 << 20
};

static const char file_name[] = CMDLINE_IDS_FILE;

static struct given_prefix *
of_prefix(struct given_ids *g, const char *prefix)
{
	size_t i;

	for (i = 0; i < g->n; i++)
		if (strcmp(g->at[i].prefix, prefix) == 0)
			return &g->at[i];
	g->at = alloc_room(g->at, &g->cap, g->n + 1, sizeof *g->at);
	g->at[g->n] = (struct given_prefix){ .highest = 0 };
	snprintf(g->at[g->n].prefix, CLIENT_ID_SIZE, "%s", prefix);
	return &g->at[g->n++];
}

/*
 * Whether ids with the prefix are numbered: any prefix would be one for each id of another system.
 */
static bool
counts(const struct given_ids *g, const char *prefix)
{
	if (g->prefix != NULL)
		return strcmp(prefix, g->prefix) == 0;
	return strlen(prefix) == 5 && strspn(prefix, "0123456789") == 4 && prefix[4] == '-';
}

/* The number that the id ends in, and what is before it; NULL when it is not numbered. */
static struct given_prefix *
take_apart(struct given_ids *g, const char *id, long long *number)
{
	char prefix[CLIENT_ID_SIZE];
	size_t n = strlen(id), digits = 0;

	while (digits < n && id[n - digits - 1] >= '0' && id[n - digits - 1] <= '9')
		digits++;
	if (g->prefix != NULL && strncmp(id, g->prefix, strlen(g->prefix)) == 0 &&
	    n - strlen(g->prefix) < digits)
		digits = n - strlen(g->prefix);
	if (n >= CLIENT_ID_SIZE || digits < DIGITS_MIN || digits > DIGITS_MAX)
		return NULL;
	memcpy(prefix, id, n - digits);
	prefix[n - digits] = '\0';
	if (!counts(g, prefix))
		return NULL;
	*number = strtoll(id + n - digits, NULL, 10);
	return of_prefix(g, prefix);
}

void
given_ids_take(struct given_ids *g, const char *id)
{
	long long number;
	struct given_prefix *p = take_apart(g, id, &number);

	if (p != NULL && number > p->highest)
		p->highest = number;
}

bool
given_ids_next(struct given_ids *g, const char *prefix, long skip, char to[CLIENT_ID_SIZE])
{
	const struct given_prefix *p = of_prefix(g, g->prefix != NULL ? g->prefix : prefix);
	long long number = p->highest + 1 + skip;
	char digits[DIGITS_MAX];
	size_t n, places;

	if (number > HIGHEST)
		return false;
	n = strnlen(p->prefix, PREFIX_MAX);
	memcpy(to, p->prefix, n);
	for (places = 0; number > 0 || places < DIGITS_MIN; number /= 10)
		digits[places++] = (char)('0' + number % 10);
	while (places > 0)
		to[n++] = digits[--places];
	to[n] = '\0';
	return true;
}

static void
add_name(const char *directory, struct text *to)
{
	text_addf(to, "%s%s%s", directory, directory[strlen(directory) - 1] == '/' ? "" : "/",
	    file_name);
}

/* A line `PREFIX NUMBER`. */
static bool
read_line(struct given_ids *g, const char *s, size_t n, bool own)
{
	const char *blank = memchr(s, ' ', n);
	char prefix[CLIENT_ID_SIZE], *end;
	struct given_prefix *p;
	long long number;

	if (blank == NULL || blank == s || (size_t)(blank - s) >= sizeof prefix ||
	    blank + 1 == s + n ||
	    (size_t)(s + n - blank - 1) > DIGITS_MAX + 1)
		return false;
	snprintf(prefix, sizeof prefix, "%.*s", (int)(blank - s), s);
	number = strtoll(blank + 1, &end, 10);
	if (!schema_client_id(prefix) || end != s + n || number < 0)
		return false;
	p = of_prefix(g, prefix);
	if (own)
		p->kept = number;
	if (number > p->highest)
		p->highest = number;
	return true;
}

static bool
read_lines(struct given_ids *g, const struct text *bytes, const char *path, bool own,
    struct problems *problems)
{
	struct lines lines = { .at = text_string(bytes), .end = text_string(bytes) + bytes->len };
	struct line line;
	bool good = true;

	while (lines_next(&lines, &line)) {
		if (line.n == 0 || read_line(g, line.at, line.n, own))
			continue;
		problems_add(problems, PROBLEM_ERROR, "ids", path, lines.number, NULL,
		    _("expected the beginning of ids and the highest number given out, as \"2026- "
		    "17\""));
		good = false;
	}
	return good;
}

/* Reads it to the end; NULL, or what is wrong. `own`: it must be possible to write it. */
static const char *
read_all(int fd, const char *path, bool own, struct text *bytes)
{
	struct stat st;

	if (fd < 0)
		return errno == ENOENT ? NULL : problem_errno(errno);
	if (fstat(fd, &st) != 0)
		return problem_errno(errno);
	if (!S_ISREG(st.st_mode))
		return _("not a regular file");
	if (st.st_size > FILE_MAX)
		return _("too large to be a list of the beginnings of ids");
	if ((own && access(path, W_OK) != 0) || !file_read(fd, true, bytes))
		return problem_errno(errno);
	return NULL;
}

bool
given_ids_read(struct given_ids *g, const char *directory, bool own, struct problems *problems)
{
	struct text path = { 0 }, bytes = { 0 };
	const char *wrong;
	bool good;
	int fd;

	add_name(directory, &path);
	fd = open(text_string(&path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	wrong = read_all(fd, text_string(&path), own, &bytes);
	good = wrong == NULL && read_lines(g, &bytes, text_string(&path), own, problems);
	if (wrong != NULL)
		problems_add(problems, PROBLEM_ERROR, "read", text_string(&path), 0, NULL, "%s",
		    wrong);
	if (fd >= 0)
		close(fd);
	text_release(&bytes);
	text_release(&path);
	return good;
}

bool
given_ids_write(struct given_ids *g, const char *directory, mode_t mode,
    struct problems *problems)
{
	struct text path = { 0 }, bytes = { 0 };
	struct save *save;
	bool good, same = true;

	for (size_t i = 0; i < g->n; i++)
		same = same && g->at[i].highest == g->at[i].kept;
	if (same)
		return true;
	for (size_t i = 0; i < g->n; i++)
		if (g->at[i].highest > 0)
			text_addf(&bytes, "%s %lld\n", g->at[i].prefix, g->at[i].highest);
	add_name(directory, &path);
	save = save_replace_swept(text_string(&path), mode, problems);
	good = save != NULL && save_write(save, bytes.at, bytes.len, problems);
	if (good)
		good = save_commit(save, problems);
	else
		save_discard(save);
	if (!good)
		problems_add(problems, PROBLEM_ERROR, "ids", text_string(&path), 0, NULL,
		    _("which ids were given could not be kept; the dossiers whose paths were "
		    "printed stand, and are not to be registered again"));
	for (size_t i = 0; good && i < g->n; i++)
		g->at[i].kept = g->at[i].highest;
	text_release(&bytes);
	text_release(&path);
	return good;
}

void
given_ids_release(struct given_ids *g)
{
	free(g->at);
	g->at = NULL;
	g->n = g->cap = 0;
}
