/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "cmdline.h"
#include "file.h"
#include "message.h"
#include "operands.h"
#include "reader.h"
#include "replaced.h"
#include "spot.h"
#include "text.h"

/* What a call reads, and what it must not write over. */

static void
refuse_input(const char *path, const char *what)
{
	message(_("%s: input and %s at once; nothing was read or written"), path, what);
	exit(2);
}

/* The same when the path, or a dossier in the directory that it names, is that regular file. */
static void
refuse_one(const char *path, const struct stat *file, const char *what)
{
	char *const one[] = { (char *)path };
	struct operands *operands = operands_of(one, 1);
	struct text found = { 0 };

	if (S_ISREG(file->st_mode) && operands_mean(operands, file, &found))
		refuse_input(text_string(&found), what);
	text_release(&found);
	operands_free(operands);
}

/* The same of the ids that the directory keeps. */
static void
refuse_ids(const char *directory, const struct stat *file)
{
	struct text path = { 0 };
	struct stat ids;

	text_addf(&path, "%s/%s", directory, CMDLINE_IDS_FILE);
	if (stat(text_string(&path), &ids) == 0 && file_same(&ids, file))
		refuse_input(text_string(&path), _("standard output"));
	text_release(&path);
}

void
cmdline_refuse_read(const char *path)
{
	struct stat file;

	if (fstat(STDOUT_FILENO, &file) != 0)
		return;
	refuse_one(path, &file, _("standard output"));
	refuse_ids(path, &file);
}

void
cmdline_reads(struct cmdline *c, const char *path)
{
	cmdline_refuse_read(path);
	c->read = alloc_room(c->read, &c->read_cap, c->nread + 1, sizeof *c->read);
	c->read[c->nread++] = path;
}

void
cmdline_refuse_operands(const struct cmdline *c)
{
	struct text path = { 0 };
	struct stat file;

	if (fstat(STDOUT_FILENO, &file) == 0 && S_ISREG(file.st_mode) &&
	    operands_mean(c->input, &file, &path))
		refuse_input(text_string(&path), _("standard output"));
	text_release(&path);
}

void
cmdline_say_waiting(const struct cmdline *c)
{
	const char *directory = getenv("FASEN_DIR");

	if (c->noperands > 0 || c->files0 != NULL || !isatty(STDIN_FILENO))
		return;
	if (directory != NULL && directory[0] != '\0')
		message(_("reading what is typed, up to Ctrl-D; all of FASEN_DIR is read with "
		    "\"$FASEN_DIR\" as operand"));
	else
		message(_("reading what is typed, up to Ctrl-D; expected files"));
}

typedef bool dossier_test(const struct dossier *, void *);

/* Whether one of the dossiers in the file passes; of what is no regular file none does. */
static bool
any_dossier(const char *path, dossier_test *passes, void *data)
{
	struct dossier d = { 0 };
	struct reader *reader;
	struct stat file;
	bool found = false;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

	if (fd < 0)
		return false;
	reader = reader_open(fd, path);
	while (!found && fstat(fd, &file) == 0 && S_ISREG(file.st_mode) &&
	    reader_next(reader, &d) > 0)
		found = passes(&d, data);
	reader_free(reader);
	dossier_release(&d);
	close(fd);
	return found;
}

/* Sound or not. */
static bool
is_dossier(const struct dossier *d, void *data)
{
	(void)data;
	for (size_t i = 0; i < d->n; i++)
		if (d->records[i].named && d->records[i].legal)
			return true;
	return false;
}

/* Who took over the dossier of the id. */
struct successor {
	const char *id;
	struct text own;	/* the successor's id */
};

static bool
takes_over(const struct dossier *d, void *data)
{
	struct successor *s = data;

	if (d->id == NULL || !replaced_has(d, s->id))
		return false;
	text_adds(&s->own, d->id);
	return true;
}

bool
cmdline_successor(char *directory, const char *id, struct text *path)
{
	struct operands *all = operands_of(&directory, 1);
	struct successor successor = { .id = id };
	struct problems problems = { 0 };
	const char *at;
	bool found = false;

	while (!found && (at = operands_next(all, &problems)) != NULL) {
		found = any_dossier(at, takes_over, &successor);
		/* A copy beside it is not the one. */
		if (found && !operands_outranked(all, text_string(&successor.own), path)) {
			text_clear(path);
			text_adds(path, at);
		}
	}
	text_release(&successor.own);
	operands_free(all);
	problems_release(&problems);
	return found;
}

/* Whether standard output is named as a dossier is; a log that got some may be added to. */
static bool
named_as_dossier(void)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/fd/1", path, sizeof path);

	return n > 4 && memcmp(path + n - 4, ".rec", 4) == 0;
}

void
cmdline_refuse_appending(void)
{
	struct stat file;

	if (fstat(STDOUT_FILENO, &file) != 0 || !S_ISREG(file.st_mode) || file.st_size == 0 ||
	    !(fcntl(STDOUT_FILENO, F_GETFL) & O_APPEND) || !named_as_dossier() ||
	    !any_dossier("/dev/fd/1", is_dossier, NULL))
		return;
	message(_("standard output is a file that holds dossiers; what is shown would stand "
	    "among them; nothing was read or written"));
	exit(2);
}

/* Whether the path is a regular file; one that is read or is standard output is refused. */
static bool
regular_output(const struct cmdline *c, const char *option, const char *path)
{
	struct text found = { 0 };
	struct stat file, out;

	if (path[0] == '\0' || strcmp(path, "-") == 0)
		message_usage(_("%s: expected the name of a file"), option);
	if (stat(path, &file) != 0 || !S_ISREG(file.st_mode))
		return false;
	if (operands_mean(c->input, &file, &found))
		refuse_input(text_string(&found), option);
	text_release(&found);
	for (size_t i = 0; i < c->nread; i++)
		refuse_one(c->read[i], &file, option);
	if (fstat(STDOUT_FILENO, &out) == 0 && file_same(&out, &file)) {
		message(_("%s: standard output and %s at once; nothing was read or written"), path,
		    option);
		exit(2);
	}
	return true;
}

static void
keep_dossier(const char *option, const char *path)
{
	if (!any_dossier(path, is_dossier, NULL))
		return;
	message(_("%s: holds a dossier, which %s would take away; nothing was read or written"),
	    path, option);
	exit(2);
}

/* The last name of a path; "" of none. */
static const char *
last_name(const char *path)
{
	const char *slash = path == NULL ? NULL : strrchr(path, '/');

	return slash != NULL ? slash + 1 : path == NULL ? "" : path;
}

static void
keep_ids(const char *option, const char *path)
{
	char *real = realpath(path, NULL);

	if (strcmp(last_name(path), CMDLINE_IDS_FILE) == 0 ||
	    strcmp(last_name(real), CMDLINE_IDS_FILE) == 0)
		message_usage(_("%s: expected another name than %s, which keeps the ids that were "
		    "given"), option, CMDLINE_IDS_FILE);
	free(real);
}

void
cmdline_refuse_output(const struct cmdline *c, const char *option, const char *path)
{
	keep_ids(option, path);
	if (regular_output(c, option, path))
		keep_dossier(option, path);
}

void
cmdline_refuse_both(const char *option, const char *path, const char *other,
    const char *other_path)
{
	struct spot a, b;
	struct stat of_a, of_b;
	bool same = stat(path, &of_a) == 0 && stat(other_path, &of_b) == 0 &&
	    file_same(&of_a, &of_b);
	bool opened = spot_open(&a, path);

	opened = spot_open(&b, other_path) && opened;
	if (opened && !same)
		same = strcmp(a.name, b.name) == 0 && fstat(a.directory, &of_a) == 0 &&
		    fstat(b.directory, &of_b) == 0 && file_same(&of_a, &of_b);
	spot_close(&a);
	spot_close(&b);
	if (same)
		message_usage(_("%s and %s name one file; expected two"), option, other);
}

static bool
dossier_name(const char *path)
{
	size_t n = path == NULL ? 0 : strlen(path);

	return n >= 4 && strcmp(path + n - 4, ".rec") == 0;
}

void
cmdline_refuse_document(const struct cmdline *c, const char *option, const char *path)
{
	bool regular = regular_output(c, option, path);
	char *real = realpath(path, NULL);

	if (dossier_name(path) || dossier_name(real))
		message_usage(_("%s: expected a file that is no dossier, so no name that ends in "
		    ".rec"), option);
	free(real);
	keep_ids(option, path);
	if (regular)
		keep_dossier(option, path);
}
