/* SPDX-License-Identifier: ISC */
#include "joining.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conflict.h"
#include "file.h"
#include "join.h"
#include "leftover.h"
#include "message.h"
#include "save.h"
#include "terminal.h"

/* Says why the file cannot be read. */
static bool
read_file(const char *path, struct text *to)
{
	if (file_read_path(path, true, to))
		return true;
	message_unread(path, to);
	return false;
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
	if (file_read(save_source(f->save), true, &f->bytes))
		return true;
	message_unread(f->path, &f->bytes);
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

/* The two operands, as they are read and written. */
struct pair {
	struct version_file a, b;
	struct problems problems;
};

/* Exits with 2 when the call is a wrong one; false when one of them cannot be read. */
static bool
read_pair(struct pair *p, const struct cmdline *c, const char *option, const char *output)
{
	bool read;

	wrong_call(c, option);
	*p = (struct pair){ .a.path = c->operands[0], .b.path = c->operands[1] };
	if (output != NULL && !same_file(output, p->a.path) && !same_file(output, p->b.path))
		cmdline_refuse_output(c, "-o", output);
	read = read_version(&p->a, output, &c->patience, &p->problems);
	return read_version(&p->b, p->a.save != NULL ? NULL : output, &c->patience,
	    &p->problems) && read;
}

static struct join
join_of(const struct cmdline *c, const struct pair *p)
{
	return (struct join){ .model = c->model, .today = c->today,
	    .a = { text_string(&p->a.bytes), p->a.bytes.len, p->a.path, NULL },
	    .b = { text_string(&p->b.bytes), p->b.bytes.len, p->b.path, NULL } };
}

static void
end_pair(struct pair *p)
{
	message_problems(&p->problems);
	problems_release(&p->problems);
	save_discard(p->a.save);
	save_discard(p->b.save);
	text_release(&p->a.bytes);
	text_release(&p->b.bytes);
}

int
joining_run(const struct cmdline *c, const char *base, const char *output, const char *git)
{
	struct text o = { 0 }, ancestor = { 0 };
	struct pair p;
	bool read = read_pair(&p, c, "--join", output);
	int status = 2;

	if (base != NULL)
		read = read_file(base, &o) && read;
	if (read) {
		struct join join;

		if (git != NULL) {
			text_addf(&ancestor, "%s (base)", git);
			p.a.path = p.b.path = git;
			base = text_string(&ancestor);
		}
		join = join_of(c, &p);
		/* Git gives an empty file where the two have no common ancestor. */
		if (o.len > 0)
			join.base = (struct join_source){ o.at, o.len, base, NULL };
		status = write_outcome(&join, output, git, &p.a, &p.b, &p.problems);
		join_clear(&join);
	}
	end_pair(&p);
	text_release(&o);
	text_release(&ancestor);
	return status;
}

int
uniting_run(const struct cmdline *c, const struct unite *how, const char *output)
{
	struct pair p;
	int status = 2;

	if (read_pair(&p, c, "--unite", output)) {
		struct join join = join_of(c, &p);
		enum join_result result = unite_run(&join, how, &p.problems);

		status = result == JOIN_DONE ? 0 : result == JOIN_REFUSED ? 1 : 2;
		if (result == JOIN_DONE &&
		    !write_join(output, &p.a, &p.b, &join.text, &p.problems))
			status = 2;
		join_clear(&join);
	}
	end_pair(&p);
	return status;
}
