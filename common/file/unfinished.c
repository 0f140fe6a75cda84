/* SPDX-License-Identifier: ISC */
#include "unfinished.h"

#include <stddef.h>
#include <unistd.h>

static const int endings[] = { SIGHUP, SIGINT, SIGTERM, SIGPIPE };
enum { ENDINGS = sizeof endings / sizeof *endings };

static const char *volatile paths[UNFINISHED_MOST];

void
unfinished_hold(sigset_t *before)
{
	sigset_t all;

	sigemptyset(&all);
	for (size_t i = 0; i < ENDINGS; i++)
		sigaddset(&all, endings[i]);
	sigprocmask(SIG_BLOCK, &all, before);
}

void
unfinished_let(const sigset_t *before)
{
	sigprocmask(SIG_SETMASK, before, NULL);
}

static void
change(const char *from, const char *to)
{
	size_t i = 0;

	while (i < UNFINISHED_MOST && paths[i] != from)
		i++;
	if (i < UNFINISHED_MOST)
		paths[i] = to;
}

void
unfinished_add(const char *path)
{
	change(NULL, path);
}

void
unfinished_forget(const char *path)
{
	if (path != NULL)
		change(path, NULL);
}

void
unfinished_end(void)
{
	for (size_t i = 0; i < UNFINISHED_MOST; i++)
		if (paths[i] != NULL)
			unlink(paths[i]);
}

/* The signal's own action, back in force, ends the program. */
static void
take_away(int signal)
{
	unfinished_end();
	raise(signal);
}

void
unfinished_watch(void)
{
	struct sigaction now, watch = { .sa_handler = take_away, .sa_flags = (int)SA_RESETHAND };

	sigemptyset(&watch.sa_mask);
	for (size_t i = 0; i < ENDINGS; i++)
		if (sigaction(endings[i], NULL, &now) == 0 && now.sa_handler == SIG_DFL)
			sigaction(endings[i], &watch, NULL);
	signal(SIGXFSZ, SIG_IGN);
}
