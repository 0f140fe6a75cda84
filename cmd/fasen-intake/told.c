/* SPDX-License-Identifier: ISC */
#include "told.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

static void
set_key(struct told *t, const char *client, const char *what, const char *field)
{
	text_clear(&t->key);
	text_addf(&t->key, "%s\n%s\n%s", client, what, field);
}

void
told_note(struct told *t, const char *client, const char *what, const char *field)
{
	set_key(t, client, what, field);
	text_add(&t->noted, t->key.at, t->key.len + 1);
}

bool
told_before(struct told *t, const char *client, const char *what, const char *field,
    const char **file, size_t *line)
{
	size_t i = t->n, at;

	set_key(t, client, what, field);
	if (t->seen == NULL || !seen_has(t->seen, text_string(&t->key), &at))
		return false;
	while (--i > 0 && t->files[i].before >= at)
		;
	*file = t->files[i].name;
	*line = at - t->files[i].before;
	return true;
}

/* The place of the line among those of all files. */
static size_t
place(struct told *t, const char *file, size_t line)
{
	size_t at;

	if (t->n == 0 || strcmp(t->files[t->n - 1].name, file) != 0) {
		t->files = alloc_room(t->files, &t->cap, t->n + 1, sizeof *t->files);
		t->files[t->n++] = (struct told_file){ alloc_copy(file), t->lines };
	}
	at = t->files[t->n - 1].before + line;
	if (at > t->lines)
		t->lines = at;
	return at;
}

void
told_keep(struct told *t, const char *file, size_t line)
{
	const char *key = text_string(&t->noted), *end = key + t->noted.len;
	size_t at = place(t, file, line);

	if (t->seen == NULL)
		t->seen = seen_new();
	for (; key < end; key += strlen(key) + 1) {
		size_t first = at;

		seen_before(t->seen, key, &first);
	}
	text_clear(&t->noted);
}

void
told_forget(struct told *t)
{
	text_clear(&t->noted);
}

void
told_release(struct told *t)
{
	seen_free(t->seen);
	for (size_t i = 0; i < t->n; i++)
		free(t->files[i].name);
	free(t->files);
	text_release(&t->noted);
	text_release(&t->key);
	*t = (struct told){ 0 };
}
