#include "joining.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "join.h"
#include "message.h"
#include "save.h"

static bool
read_file(const char *path, struct text *to)
{
	bool in = strcmp(path, "-") == 0;
	int fd = in ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	char bytes[65536];
	ssize_t n = -1;

	while (fd >= 0 && ((n = read(fd, bytes, sizeof bytes)) > 0 || (n < 0 && errno == EINTR)))
		if (n > 0)
			text_add(to, bytes, (size_t)n);
	if (n < 0)
		message("%s: %s", path, strerror(errno));
	if (fd >= 0 && !in)
		close(fd);
	return n >= 0;
}

static int
write_join(const struct text *t, const char *output, struct problems *problems)
{
	struct save *save;

	if (output == NULL)
		return fwrite(t->at, 1, t->len, stdout) == t->len ? 0 : 2;
	save = save_replace(output, 0600, problems);
	if (save != NULL && save_write(save, t->at, t->len, problems))
		return save_commit(save, problems) ? 0 : 2;
	save_discard(save);
	return 2;
}

static void
wrong_call(const struct call *c)
{
	if (c->noperands != 2)
		message_usage(_("--join asks for two versions of one dossier; got %zu"), c->noperands);
	if (strcmp(c->operands[0], "-") == 0 && strcmp(c->operands[1], "-") == 0)
		message_usage(_("--join: standard input can be one of the two"));
	if (c->format != NULL || c->client != NULL || c->files0 != NULL)
		message_usage(_("%s has no effect with --join"),
		    c->format != NULL ? "-T" : c->client != NULL ? "-c" : "--files0-from");
}

int
joining_run(const struct call *c, const char *base, const char *output)
{
	struct text a = { 0 }, b = { 0 }, o = { 0 }, joined = { 0 };
	struct problems problems = { 0 };
	bool read;
	int status = 2;

	wrong_call(c);
	read = read_file(c->operands[0], &a);
	read = read_file(c->operands[1], &b) && read;
	if (base != NULL)
		read = read_file(base, &o) && read;
	if (read) {
		struct join_source x = { text_string(&a), a.len, c->operands[0] };
		struct join_source y = { text_string(&b), b.len, c->operands[1] };
		struct join_source z = { text_string(&o), o.len, base };

		/* Git gives an empty file where the two have no common ancestor. */
		switch (join_versions(&x, &y, o.len > 0 ? &z : NULL, &joined, &problems)) {
		case JOIN_DONE: status = write_join(&joined, output, &problems); break;
		case JOIN_REFUSED: status = 1; break;
		case JOIN_BAD: break;
		}
	}
	message_problems(&problems);
	problems_release(&problems);
	text_release(&a);
	text_release(&b);
	text_release(&o);
	text_release(&joined);
	return status;
}
