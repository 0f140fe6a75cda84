/* SPDX-License-Identifier: ISC */
#include "spelling.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "nearest.h"
#include "schema.h"
#include "text.h"
#include "utf8.h"

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Of equal length and with the same letters, each as often: one edit then is a swap. */
static bool
same_letters(const char *a, const char *b)
{
	int count[256] = { 0 };
	size_t i;

	if (strlen(a) != strlen(b))
		return false;
	for (i = 0; a[i] != '\0'; i++) {
		count[(unsigned char)lower(a[i])]++;
		count[(unsigned char)lower(b[i])]--;
	}
	for (i = 0; i < 256; i++)
		if (count[i] != 0)
			return false;
	return true;
}

/* The letters and other signs of a word as a set of bits. */
static uint64_t
signs(const char *word)
{
	uint64_t set = 0;

	for (; *word != '\0'; word++)
		set |= (uint64_t)1 << (lower(*word) & 63);
	return set;
}

static size_t
count_signs(uint64_t set)
{
	size_t n = 0;

	for (; set != 0; set &= set - 1)
		n++;
	return n;
}

/*
 * Whether more than so many signs of the one are not in the other: an edit takes at most one away,
 * so the distance, which takes far longer to find, is larger too.
 */
static bool
too_far(const char *a, const char *b, size_t limit)
{
	uint64_t x = signs(a), y = signs(b);

	return count_signs(x & ~y) > limit || count_signs(y & ~x) > limit;
}

bool
spelling_slip(const char *word, const char *known)
{
	size_t n = strlen(word), other = strlen(known), least = n < other ? n : other;
	size_t most = n < other ? other : n, limit = least >= 8 ? 2 : 1, distance;

	if (most - least > limit || strcmp(word, known) == 0 || too_far(word, known, limit))
		return false;
	distance = nearest_distance(word, known);
	if (distance > limit || distance >= most)
		return false;
	return distance == 0 || least > 4 || same_letters(word, known) ||
	    lower(word[0]) == lower(known[0]) ||
	    (n > 2 && n < other && nearest_distance(word, known + 1) == 0);
}

/* The nearest known word of which the one at hand may be a slip. */
struct guess {
	const char *word, *best;
	size_t distance;
	bool known;
};

static void
offer(struct guess *g, const char *known)
{
	size_t distance;

	if (strcmp(g->word, known) == 0)
		g->known = true;
	if (g->known || !spelling_slip(g->word, known))
		return;
	distance = nearest_distance(g->word, known);
	if (g->best != NULL && distance >= g->distance)
		return;
	g->best = known;
	g->distance = distance;
}

static void
check_kind(const struct dossier *d, const struct record *r, struct problems *problems)
{
	struct guess g = { .word = r->name };
	const struct schema_kind *k;

	for (k = schema_kinds; k->name != NULL; k++)
		offer(&g, k->name);
	if (g.best != NULL && !g.known)
		problems_add(problems, PROBLEM_WARNING, "kind", d->file, r->fields[0].line,
		    SCHEMA_RECORD, _("\"%s\" is no kind of ours; did you mean \"%s\"?"),
		    r->name, g.best);
}

static void
check_field(const struct dossier *d, const struct record *r, const struct field *f,
    struct problems *problems)
{
	struct guess g = { .word = f->name };
	const struct schema_field *known;

	for (known = schema_next(r->spec, NULL); known != NULL; known = schema_next(r->spec, known))
		offer(&g, known->name);
	for (known = schema_common_fields; known->name != NULL; known++)
		offer(&g, known->name);
	if (g.best != NULL && !g.known)
		problems_add(problems, PROBLEM_WARNING, "field", d->file, f->line, f->name,
		    _("no field of ours; did you mean \"%s\"?"), g.best);
}

/* Whether the word, folded, sounds as the code of n letters does. */
static bool
sounds_as(const char *folded, const char *code, size_t n)
{
	size_t i;

	for (i = 0; i < n && folded[i] != '\0'; i++)
		if (lower(code[i]) != folded[i] && !(lower(code[i]) == 'c' && folded[i] == 'k') &&
		    !(lower(code[i]) == 'k' && folded[i] == 'c'))
			return false;
	return i == n && folded[i] == '\0';
}

static const char *
behind_article(const char *folded)
{
	return strncmp(folded, "de ", 3) == 0 ? folded + 3 :
	    strncmp(folded, "het ", 4) == 0 ? folded + 4 : folded;
}

const char *
spelling_code(const struct schema_field *f, const char *value, size_t *length)
{
	const char *code = NULL, *word;
	char *folded;

	if (f->type != FIELD_WORD || f->codes == NULL || value[0] == '\0' || schema_code(f, value))
		return NULL;
	folded = utf8_fold(value);
	word = behind_article(folded);
	for (size_t i = 0; (code = schema_code_n(f->codes, i, length)) != NULL; i++)
		if (sounds_as(word, code, *length))
			break;
	free(folded);
	return code;
}

/*
 * A word is a code or a name; the name is private, the code that it nearly is may be said. "Client
 * zelf" is no name either.
 */
static void
check_word(const struct dossier *d, const struct field *f, struct problems *problems)
{
	const char *client = WIE_words[WIE_CLIENT], *code, *word;
	struct guess g = { 0 };
	struct text codes = { 0 };
	char *folded;
	size_t n;

	if (f->is.code != FIELD_UNTYPED || spelling_code(f->spec, f->value, &n) != NULL)
		return;
	folded = utf8_fold(f->value);
	word = behind_article(folded);
	g.word = word;
	text_adds(&codes, f->spec->codes);
	for (char *at = codes.at; (at = strchr(at, ' ')) != NULL; at++)
		*at = '\0';
	for (size_t i = 0; (code = schema_code_n(f->spec->codes, i, &n)) != NULL; i++)
		offer(&g, codes.at + (code - f->spec->codes));
	n = strcspn(word, " ");
	if (g.best == NULL && n == strlen(client)) {
		folded[(size_t)(word - folded) + n] = '\0';
		g.best = sounds_as(word, client, n) ? client : NULL;
	}
	if (g.best != NULL)
		problems_add(problems, PROBLEM_WARNING, "word", d->file, f->line, f->name,
		    _("neither a code nor likely a name; did you mean \"%s\"?"), g.best);
	text_release(&codes);
	free(folded);
}

void
spelling_check(const struct dossier *d, size_t from, const bool *taken, struct problems *problems)
{
	size_t i, j;

	for (i = from; i < d->n; i++) {
		const struct record *r = &d->records[i];

		if (taken != NULL && taken[i])
			continue;
		if (r->spec == NULL && r->n > 0)
			check_kind(d, r, problems);
		for (j = 2; r->spec != NULL && j < r->n; j++) {
			const struct field *f = &r->fields[j];

			if (f->spec == NULL)
				check_field(d, r, f, problems);
			else if (f->spec->type == FIELD_WORD && f->spec->codes != NULL)
				check_word(d, f, problems);
		}
	}
}
