#include "told.h"

#include <string.h>

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
told_before(struct told *t, const char *client, const char *what, const char *field, size_t *line)
{
	set_key(t, client, what, field);
	return t->seen != NULL && seen_has(t->seen, text_string(&t->key), line);
}

void
told_keep(struct told *t, size_t line)
{
	const char *key = text_string(&t->noted), *end = key + t->noted.len;

	if (t->seen == NULL)
		t->seen = seen_new();
	for (; key < end; key += strlen(key) + 1) {
		size_t first = line;

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
	text_release(&t->noted);
	text_release(&t->key);
	*t = (struct told){ 0 };
}
