/* SPDX-License-Identifier: ISC */
#include "fold.h"

#include <stdio.h>
#include <string.h>

#include "model_read.h"
#include "random_records.h"
#include "reader.h"
#include "unit.h"

/*
 * The journal's promise: what a dossier said on a day, as known on a day, can be had back
 * whatever was recorded since. Random histories, back-dated and ahead, against the dossier as it
 * then was.
 */
enum { HISTORIES = 250, DAYS = 14, RECORDS = 3, LOOKS = 12 };

static struct model *model;

/* Recorded on `day`, to hold from that day, or from another one. */
static void
record(struct text *to, date day)
{
	struct draft d;
	char date_text[DATE_SIZE];
	date op = pick(3) ? day : day + pick(40) - 30;

	random_record(&d);
	draft_add(&d, "Op", date_format(op, date_text));
	if (op != day)
		draft_add(&d, "Vastgelegd", date_format(day, date_text));
	draft_write(&d, "c", "\n", to);
	draft_release(&d);
}

static void
dump_entry(const struct fold *s, const struct entry *e, struct text *to)
{
	const struct field *f;

	text_addf(to, "%s %s %d..%d traject %u line %ld..%ld%s%s%s", e->first->name, e->key, e->op,
	    e->last, (unsigned)e->trajectory, e->first->line, e->latest->line,
	    e->superseded ? " superseded" : "", e == s->phase ? " current" : "",
	    e == s->client ? " client" : "");
	if (e->stand != NULL)
		text_addf(to, " stand %ld", e->stand->first->line);
	if (e->phase != NULL)
		text_addf(to, " phase %s", e->phase->code);
	for (int slot = 0; slot < SLOTS; slot++)
		for (f = entry_at(e, (enum slot)slot); f != NULL; f = field_next(f))
			text_addf(to, " %s=%s", f->name, f->value);
	for (size_t i = 0; (f = entry_loose(e, &i)) != NULL; )
		text_addf(to, " %s=%s", f->name, f->value);
	text_addc(to, '\n');
}

/* Everything that a state says. */
static void
dump(const struct fold *s, struct text *to)
{
	for (size_t i = 0; i < s->ntrajectories; i++) {
		const struct trajectory *t = &s->trajectories[i];

		text_addf(to, "traject %d..%d %d %ld\n", t->begin, t->end, t->how,
		    t->closing == NULL ? 0 : t->closing->first->line);
	}
	for (size_t i = 0; i < s->n; i++)
		dump_entry(s, &s->entries[i], to);
	for (size_t i = 0; i < s->nscores; i++)
		text_addf(to, "score %s %s %d %ld traject %zu\n", s->scores[i].domain,
		    s->scores[i].scale, s->scores[i].op,
		    s->scores[i].value, s->scores[i].trajectory);
}

static void
look(const char *bytes, size_t n, date at, date known, struct text *to)
{
	struct reader *reader = reader_of(bytes, n, "h.rec");
	struct dossier d = { 0 };
	struct fold s = { 0 };

	ck_assert_int_eq(reader_next(reader, &d), 1);
	ck_assert(!d.malformed);
	if (fold_day(&s, &d, model, at, known))
		dump(&s, to);
	else
		text_adds(to, "not registered\n");
	fold_release(&s);
	dossier_release(&d);
	reader_free(reader);
}

static void
try_history(void)
{
	struct text journal = { 0 }, then = { 0 }, now = { 0 };
	size_t size[DAYS];
	date day[DAYS];

	text_adds(&journal,
	    "Record: client\nClient: c\nNaam: N\nAangemeld: 2026-01-01\nHulpvraag: H\n\n");
	for (int i = 0; i < DAYS; i++) {
		day[i] = i == 0 ? date_parse("2026-01-01") : day[i - 1] + 1 + pick(20);
		for (int j = pick(RECORDS + 1); j > 0; j--)
			record(&journal, day[i]);
		size[i] = journal.len;
	}
	for (int i = 0; i < LOOKS; i++) {
		int which = pick(DAYS - 1);
		date known = day[which] + pick((int)(day[which + 1] - day[which]));
		date at = pick(2) ? known : known - pick(60) + 20;

		text_clear(&then);
		text_clear(&now);
		look(journal.at, size[which], at, DATE_LAST, &then);
		look(journal.at, journal.len, at, known, &now);
		if (strcmp(text_string(&then), text_string(&now)) != 0)
			fprintf(stderr, "%s\nat %d known %d\nthen:\n%snow:\n%s", journal.at, at,
			    known, then.at, now.at);
		ck_assert_msg(strcmp(text_string(&then), text_string(&now)) == 0,
		    "the past has changed");
	}
	text_release(&journal);
	text_release(&then);
	text_release(&now);
}

START_TEST(keeps_the_past)
{
	struct problems problems = { 0 };

	model = model_read(model_default, model_default_size, NULL, &problems);
	seed = 20261122;
	for (int i = 0; i < HISTORIES; i++)
		try_history();
	model_free(model);
	problems_release(&problems);
}
END_TEST

/* A fold that goes on from day to day says on each what a fold of that day alone says. */
START_TEST(goes_on_from_day_to_day)
{
	struct problems problems = { 0 };
	struct text journal = { 0 }, alone = { 0 }, going = { 0 };
	struct fold s = { 0 };
	struct dossier d = { 0 };
	size_t seen = 0;

	model = model_read(model_default, model_default_size, NULL, &problems);
	seed = 20261128;
	for (int i = 0; i < HISTORIES; i++) {
		struct reader *reader;
		date day = date_parse("2026-01-01");

		text_clear(&journal);
		text_adds(&journal,
		    "Record: client\nClient: c\nNaam: N\nAangemeld: 2026-01-20\nHulpvraag: H\n"
		    "Eigen: x\n\n");
		for (int j = 0; j < DAYS * RECORDS; j++)
			record(&journal, day + pick(250));
		reader = reader_of(journal.at, journal.len, "h.rec");
		ck_assert_int_eq(reader_next(reader, &d), 1);
		fold_begin(&s, &d, model, DATE_LAST);
		for (int j = 0; j < LOOKS; j++, day += pick(40)) {
			text_clear(&alone);
			text_clear(&going);
			look(journal.at, journal.len, day, DATE_LAST, &alone);
			if (fold_to(&s, day))
				dump(&s, &going);
			else
				text_adds(&going, "not registered\n");
			ck_assert_str_eq(text_string(&going), text_string(&alone));
			seen += s.n;
		}
		reader_free(reader);
	}
	ck_assert_uint_gt(seen, HISTORIES * LOOKS);
	fold_release(&s);
	dossier_release(&d);
	text_release(&journal);
	text_release(&alone);
	text_release(&going);
	model_free(model);
	problems_release(&problems);
}
END_TEST

/*
 * The same from the other side: a look that knows everything must differ somewhere, or nothing was
 * tried.
 */
START_TEST(tells_apart)
{
	struct problems problems = { 0 };
	struct text journal = { 0 }, then = { 0 }, now = { 0 };

	model = model_read(model_default, model_default_size, NULL, &problems);
	text_adds(&journal,
	    "Record: client\nClient: c\nNaam: N\nAangemeld: 2026-01-01\nHulpvraag: H\n\n"
	    "Record: client\nClient: c\nOp: 2026-01-05\nTeam: x\nVastgelegd: 2026-02-01\n\n");
	look(journal.at, journal.len, date_parse("2026-01-10"), date_parse("2026-01-31"), &then);
	look(journal.at, journal.len, date_parse("2026-01-10"), date_parse("2026-02-01"), &now);
	ck_assert_str_ne(then.at, now.at);
	text_release(&journal);
	text_release(&then);
	text_release(&now);
	model_free(model);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("history");

	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, keeps_the_past);
	tcase_add_test(tests, goes_on_from_day_to_day);
	tcase_add_test(tests, tells_apart);
	return unit_run("history", tests);
}
