/* SPDX-License-Identifier: ISC */
#include "vocabulary.h"

#include <stdlib.h>

struct vocabulary vocabulary;

/* A short name in a key; `in` is a kind, or KINDS. */
static void
spell(unsigned in, const char *name, size_t n, uint64_t key[2])
{
	char bytes[16] = { 0 };

	memcpy(bytes, name, n);
	key[0] = name_word(bytes);
	key[1] = name_word(bytes + 8) | (uint64_t)(in + 1) << 56;
}

const struct name *
vocabulary_find(unsigned in, const char *name, size_t n)
{
	uint64_t key[2];

	if (n <= NAME_SHORT) {
		spell(in, name, n, key);
		return name_at(key[0], key[1]);
	}
	for (unsigned i = 0; i < vocabulary.nlonger; i++) {
		const struct name *longer = &vocabulary.longer[i];

		if (longer->key[0] == in && strncmp(longer->s, name, n) == 0 &&
		    longer->s[n] == '\0')
			return longer;
	}
	return NULL;
}

void
vocabulary_add(unsigned in, const char *name, const struct name *what)
{
	uint64_t key[2] = { 0 };
	size_t n = strlen(name);
	struct name *to;

	if (n <= NAME_SHORT) {
		unsigned place;

		spell(in, name, n, key);
		place = name_place(key[0], key[1]);
		while (vocabulary.places[place] != 0)
			place = (place + 1) % NAME_PLACES;
		to = &vocabulary.names[vocabulary.nnames++];
		vocabulary.places[place] = (uint16_t)vocabulary.nnames;
	} else {
		key[0] = in;
		to = &vocabulary.longer[vocabulary.nlonger++];
	}
	*to = *what;
	memcpy(to->key, key, sizeof key);
	to->s = name;
}

bool
vocabulary_full(void)
{
	return vocabulary.nnames + 8 > NAME_PLACES - NAME_PLACES / 8 ||
	    vocabulary.nlonger == NAMES_LONG;
}

void
vocabulary_forget(void)
{
	for (size_t i = 0; i < vocabulary.nnames; i++)
		free((void *)vocabulary.names[i].codes);
	for (size_t i = 0; i < vocabulary.nlonger; i++)
		free((void *)vocabulary.longer[i].codes);
	memset(&vocabulary, 0, sizeof vocabulary);
}
