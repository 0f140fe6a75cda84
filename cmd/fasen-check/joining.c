#include "joining.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "conflict.h"
#include "join.h"
#include "leftover.h"
#include "message.h"
#include "save.h"
#include "terminal.h"

static bool
read_all(int fd, struct text *to)
{
	char bytes[65536];
	ssize_t n;

	while ((n = read(fd, bytes, sizeof bytes)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			text_add(to, bytes, (size_t)n);
	return n == 0;
}

static bool
read_file(const char *path, struct text *to)
{
	bool in = strcmp(path, "-") == 0;
	int fd = in ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	bool good = fd >= 0 && read_all(fd, to);

	if (!good)
		message("%s: %s", path, strerror(errno));
	if (fd >= 0 && !in)
		close(fd);
	return good;
}

/*
 * By their names, not by what stands there: between two looks another program may have put a new
 * file in its place.
 */
static bool
same_file(const char *a, const char *b)
{
	char *x = strcmp(b, "-") == 0 ? NULL : realpath(a, NULL);
	char *y = x == NULL ? NULL : realpath(b, NULL);
	bool same = y != NULL && strcmp(x, y) == 0;

	free(x);
	free(y);
	return same;
}

/*
 * A version that the join goes to is locked from before it is read, so that nobody's record is lost
 * in between.
 */
struct version_file {
	const char *path;
	struct text bytes;
	struct save *save;		/* NULL when it is only read */
};

static bool
read_version(struct version_file *f, const char *output, const struct patience *patience,
    struct problems *problems)
{
	if (output == NULL || !same_file(output, f->path))
		return read_file(f->path, &f->bytes);
	leftover_sweep_beside(output);
	f->save = save_edit(output, patience, problems);
	if (f->save == NULL)
		return false;
	if (read_all(save_source(f->save), &f->bytes))
		return true;
	message("%s: %s", f->path, strerror(errno));
	return false;
}

/* In place of the version, unless it holds all already. */
static bool
write_version(struct version_file *f, const struct text *joined, struct problems *problems)
{
	struct save *save = f->save;

	f->save = NULL;
	if (joined->len == f->bytes.len && memcmp(joined->at, f->bytes.at, joined->len) == 0) {
		save_discard(save);
		return true;
	}
	if (save_drop(save, f->bytes.len, problems) &&
	    save_write(save, joined->at, joined->len, problems))
		return save_commit(save, problems);
	save_discard(save);
	return false;
}

static bool
write_new(const char *output, const struct text *joined, struct problems *problems)
{
	struct save *save = save_replace(output, 0600, problems);

	if (save != NULL && save_write(save, joined->at, joined->len, problems))
		return save_commit(save, problems);
	save_discard(save);
	return false;
}

static void
wrong_call(const struct cmdline *c, const char *option)
{
	if (c->noperands != 2)
		message_usage(_("%s asks for two files with a dossier each; got %zu"), option,
		    c->noperands);
	if (strcmp(c->operands[0], "-") == 0 && strcmp(c->operands[1], "-") == 0)
		message_usage(_("%s: standard input can be one of the two"), option);
	if (c->format != NULL || c->client != NULL || c->files0 != NULL)
		message_usage(_("%s has no effect with %s"), c->format != NULL ? "-T" :
		    c->client != NULL ? "-c" : "--files0-from", option);
}

static bool
write_join(const char *output, struct version_file *a, struct version_file *b,
    const struct text *joined, struct problems *problems)
{
	if (output == NULL)
		return fwrite(joined->at, 1, joined->len, terminal_out()) == joined->len;
	if (a->save != NULL)
		return write_version(a, joined, problems);
	return b->save != NULL ? write_version(b, joined, problems) :
	    write_new(output, joined, problems);
}

/* What git calls the versions that it hands to a merge driver. */
static bool
git_file(const char *path)
{
	const char *slash = path == NULL ? NULL : strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;

	return path != NULL && strncmp(name, ".merge_file_", 12) == 0;
}

/* Says it anew, of the lines of what is written: they are where people will look. */
static void
say_anew(struct join *join, const char *name, const long *a_lines, const long *b_lines,
    struct problems *problems)
{
	struct join anew = *join;

	anew.text = (struct text){ 0 };
	anew.a_lines = anew.b_lines = NULL;
	anew.a.file = anew.b.file = name;
	anew.a.lines = a_lines;
	anew.b.lines = b_lines;
	problems_clear(problems);
	join_run(&anew, problems);
	join_clear(&anew);
}

/* Both versions between marks in place of the union. */
static bool
write_conflict(struct join *join, const char *output, const char *name, struct version_file *a,
    struct version_file *b, struct problems *problems)
{
	struct conflict c = { 0 };
	bool good;

	conflict_write(&c, join->a.bytes, join->a.n, join->b.bytes, join->b.n);
	say_anew(join, name, c.ours, c.theirs, problems);
	good = write_join(output, a, b, &c.text, problems);
	conflict_release(&c);
	return good;
}

static int
write_outcome(struct join *join, const char *output, const char *git, struct version_file *a,
    struct version_file *b, struct problems *problems)
{
	enum join_result result = join_run(join, problems);
	const char *name = git != NULL ? git : output;
	int status = result == JOIN_DONE ? 0 : result == JOIN_REFUSED ? 1 : 2;
	bool good = true;

	if (result != JOIN_DONE && (git != NULL || git_file(output))) {
		good = write_conflict(join, output, name, a, b, problems);
		status = 1;
	} else if (result == JOIN_DONE) {
		if (name != NULL && problems->n > 0)
			say_anew(join, name, join->a_lines, join->b_lines, problems);
		good = write_join(output, a, b, &join->text, problems);
	}
	return good ? status : 2;
}

int
joining_run(const struct cmdline *c, const char *base, const char *output, const char *git)
{
	struct version_file a = { 0 }, b = { 0 };
	struct text o = { 0 }, ancestor = { 0 };
	struct problems problems = { 0 };
	bool read;
	int status = 2;

	wrong_call(c, "--join");
	a.path = c->operands[0];
	b.path = c->operands[1];
	if (output != NULL && !same_file(output, a.path) && !same_file(output, b.path))
		cmdline_refuse_output(c, "-o", output);
	read = read_version(&a, output, &c->patience, &problems);
	read = read_version(&b, a.save != NULL ? NULL : output, &c->patience, &problems) && read;
	if (base != NULL)
		read = read_file(base, &o) && read;
	if (read) {
		struct join join = { .model = c->model, .today = c->today };

		if (git != NULL) {
			text_addf(&ancestor, "%s (base)", git);
			a.path = b.path = git;
			base = text_string(&ancestor);
		}
		join.a = (struct join_source){ text_string(&a.bytes), a.bytes.len, a.path, NULL };
		join.b = (struct join_source){ text_string(&b.bytes), b.bytes.len, b.path, NULL };
		/* Git gives an empty file where the two have no common ancestor. */
		if (o.len > 0)
			join.base = (struct join_source){ o.at, o.len, base, NULL };
		status = write_outcome(&join, output, git, &a, &b, &problems);
		join_clear(&join);
	}
	message_problems(&problems);
	save_discard(a.save);
	save_discard(b.save);
	problems_release(&problems);
	text_release(&a.bytes);
	text_release(&b.bytes);
	text_release(&o);
	text_release(&ancestor);
	return status;
}

int
uniting_run(const struct cmdline *c, const struct unite *how, const char *output)
{
	struct version_file a = { 0 }, b = { 0 };
	struct problems problems = { 0 };
	bool read;
	int status = 2;

	wrong_call(c, "--unite");
	a.path = c->operands[0];
	b.path = c->operands[1];
	if (output != NULL && !same_file(output, a.path) && !same_file(output, b.path))
		cmdline_refuse_output(c, "-o", output);
	read = read_version(&a, output, &c->patience, &problems);
	read = read_version(&b, a.save != NULL ? NULL : output, &c->patience, &problems) && read;
	if (read) {
		struct join join = { .model = c->model, .today = c->today };
		enum join_result result;

		join.a = (struct join_source){ text_string(&a.bytes), a.bytes.len, a.path, NULL };
		join.b = (struct join_source){ text_string(&b.bytes), b.bytes.len, b.path, NULL };
		result = unite_run(&join, how, &problems);
		status = result == JOIN_DONE ? 0 : result == JOIN_REFUSED ? 1 : 2;
		if (result == JOIN_DONE && !write_join(output, &a, &b, &join.text, &problems))
			status = 2;
		join_clear(&join);
	}
	message_problems(&problems);
	save_discard(a.save);
	save_discard(b.save);
	problems_release(&problems);
	text_release(&a.bytes);
	text_release(&b.bytes);
	return status;
}
