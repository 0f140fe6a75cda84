/* SPDX-License-Identifier: ISC */
#include "word_table.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "text.h"

enum { FEWEST = 256 };

/* Eight bytes at a time: some words are whole conditions of the model. */
static size_t
hash_of(const char *s)
{
	const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15);
	size_t n = strlen(s);
	uint64_t h = n, word;

	for (; n >= sizeof word; s += sizeof word, n -= sizeof word) {
		memcpy(&word, s, sizeof word);
		h = (h ^ word) * odd;
		h ^= h >> 32;
	}
	for (word = 0; n > 0; n--)
		word = word << 8 | (unsigned char)s[n - 1];
	h = (h ^ word) * odd;
	return h ^ h >> 32;
}

/* Where the word is in the table, or the free place where it belongs. */
static word_id *
head_of(const struct word_table *t, const char *s)
{
	size_t i;

	for (i = hash_of(s) & (t->nheads - 1); t->heads[i] != 0; i = (i + 1) & (t->nheads - 1))
		if (text_same(t->words[t->heads[i] - 1], s))
			break;
	return &t->heads[i];
}

static word_id
add(struct word_table *t, const char *s, word_id *head)
{
	t->words = alloc_room(t->words, &t->cap, t->n + 1, sizeof *t->words);
	t->words[t->n++] = alloc_copy(s);
	if (t->n * 2 <= t->nheads)
		*head = (word_id)t->n;
	else {
		free(t->heads);
		t->nheads *= 2;
		t->heads = alloc_new(t->nheads, sizeof *t->heads);
		for (size_t i = 0; i < t->n; i++)
			*head_of(t, t->words[i]) = (word_id)i + 1;
	}
	return (word_id)t->n - 1;
}

word_id
word_number(struct word_table *t, const char *s)
{
	word_id *head;

	if (t->nheads == 0) {
		t->nheads = FEWEST;
		t->heads = alloc_new(t->nheads, sizeof *t->heads);
		add(t, "", head_of(t, ""));
	}
	head = head_of(t, s);
	return *head != 0 ? *head - 1 : add(t, s, head);
}

word_id
word_find(const struct word_table *t, const char *s)
{
	word_id head = t->nheads == 0 ? 0 : *head_of(t, s);

	return head != 0 ? head - 1 : WORD_UNKNOWN;
}

void
word_table_release(struct word_table *t)
{
	for (size_t i = 0; i < t->n; i++)
		free(t->words[i]);
	free(t->words);
	free(t->heads);
	*t = (struct word_table){ 0 };
}
