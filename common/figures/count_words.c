/* SPDX-License-Identifier: ISC */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "count.h"
#include "counting.h"

static word_id *
words_of(struct tally *t, const char *const *words)
{
	word_id *at;
	size_t n = 0, i;

	while (words[n] != NULL)
		n++;
	at = alloc_new(n + 1, sizeof *at);
	for (i = 0; i < n; i++)
		at[i] = tally_word(t, words[i]);
	return at;
}

struct count_words *
count_words_new(struct tally *t, const struct model *m)
{
	struct count_words *w = alloc_new(1, sizeof *w);
	struct text unmet = { 0 };
	size_t n = 0, i, j;

	w->dash = tally_word(t, "-");
	w->unknown = tally_word(t, GROUP_UNKNOWN);
	w->phases = alloc_new(m->nphases + 1, sizeof *w->phases);
	w->domains = alloc_new(m->ndomains + 1, sizeof *w->domains);
	w->nationals = alloc_new(m->nreasons + 1, sizeof *w->nationals);
	for (i = 0; i < m->nphases; i++)
		w->phases[i] = tally_word(t, m->phases[i].code);
	for (i = 0; i < m->ndomains; i++)
		w->domains[i] = tally_word(t, m->domains[i].code);
	for (i = 0; i < m->nreasons; i++)
		w->nationals[i] = m->reasons[i].national[0] == '\0' ? w->dash :
		    tally_word(t, m->reasons[i].national);
	w->off_scale = tally_word(t, COUNT_OFF_SCALE);
	for (i = 0; i < TRAITS; i++)
		w->traits[i] = tally_word(t, trait_names[i]);
	for (i = 0; i < STAND_CODES; i++)
		w->stands[i] = tally_word(t, STAND_words[i]);
	w->principles = words_of(t, UITGANGSPUNT_words);
	for (i = 0; i < m->nphases; i++)
		n += m->phases[i].nconditions;
	w->unmet = alloc_new(n + 1, sizeof *w->unmet);
	for (i = n = 0; i < m->nphases; i++) {
		const struct model_phase *p = &m->phases[i];

		for (j = 0; j < p->nconditions; j++) {
			text_clear(&unmet);
			text_addf(&unmet, "%s: %s", p->code, p->conditions[j].source);
			w->unmet[n++] = tally_word(t, text_string(&unmet));
		}
	}
	text_release(&unmet);
	return w;
}

void
count_words_free(struct count_words *w)
{
	if (w == NULL)
		return;
	free(w->phases);
	free(w->domains);
	free(w->nationals);
	free(w->principles);
	free(w->unmet);
	free(w);
}

void
count_words_forget(struct count_words *w)
{
	memset(w->at_value.at, 0, sizeof w->at_value.at);
	memset(w->at_domain.at, 0, sizeof w->at_domain.at);
}

static size_t
place_of(const char *at)
{
	return ((uintptr_t)at ^ (uintptr_t)at >> 7) % COUNT_MEMO;
}

word_id
count_value(const struct counting *c, const char *value)
{
	struct count_memo *memo = &c->words->at_value;
	size_t i = place_of(value);

	if (memo->at[i] != value) {
		memo->at[i] = value;
		memo->word[i] = tally_word(c->tally, value);
	}
	return memo->word[i];
}

word_id
count_domain(const struct counting *c, const char *code)
{
	struct count_memo *memo = &c->words->at_domain;
	size_t i = place_of(code);

	if (memo->at[i] != code) {
		const struct model_domain *d = model_domain(c->state->model, code);

		memo->at[i] = code;
		memo->word[i] = d != NULL ? c->words->domains[d - c->state->model->domains] :
		    code[0] != '\0' ? c->words->unknown : WORD_NONE;
	}
	return memo->word[i];
}

word_id
count_word(const struct counting *c, const struct entry *e, enum slot slot)
{
	const struct field *f = entry_at(e, slot);

	if (f == NULL)
		return c->words->dash;
	/* Of a field that the model restricts. */
	if (f->spec->codes != NULL && f->is.code == FIELD_UNTYPED)
		return c->words->unknown;
	return count_value(c, f->value);
}
