/* SPDX-License-Identifier: ISC */
#include "unfinished.h"

#include <fcntl.h>
#include <stddef.h>
#include <unistd.h>

static const int endings[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGXCPU };
enum { ENDINGS = sizeof endings / sizeof *endings };

static const struct spot *volatile spots[UNFINISHED_MOST];

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
change(const struct spot *from, const struct spot *to)
{
	size_t i = 0;

	while (i < UNFINISHED_MOST && spots[i] != from)
		i++;
	if (i < UNFINISHED_MOST)
		spots[i] = to;
}

void
unfinished_add(const struct spot *p)
{
	change(NULL, p);
}

void
unfinished_forget(const struct spot *p)
{
	change(p, NULL);
}

void
unfinished_end(void)
{
	for (size_t i = 0; i < UNFINISHED_MOST; i++)
		if (spots[i] != NULL)
			unlinkat(spots[i]->directory, spots[i]->name, 0);
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
