/* SPDX-License-Identifier: ISC */
#include "retraction.h"

#include <stdio.h>
#include <string.h>

#include "fold.h"
#include "handle.h"
#include "model_read.h"
#include "random_records.h"
#include "reader.h"
#include "unit.h"

enum { HISTORIES = 300, RECORDS = 24, LOOKS = 12, PLACES = 2 * RECORDS };

#define HEAD "Record: client\nClient: c\nNaam: N\nAangemeld: 2026-01-01\nHulpvraag: H\n\n"
#define NOTE "Record: notitie\nClient: c\nOp: 2026-01-02\nTekst: x\n\n"

static struct model *model;
static struct reader *reader;
static struct dossier d;

static void
read_text(const char *text)
{
	reader_free(reader);
	reader = reader_of(text, strlen(text), "r.rec");
	ck_assert_int_eq(reader_next(reader, &d), 1);
	ck_assert(!d.malformed);
}

static void
end_reading(void)
{
	dossier_release(&d);
	reader_free(reader);
	reader = NULL;
}

/* An intrekking of the record with this handle, known from that day. */
static void
add_intrekking(struct text *to, const char *handle, const char *day)
{
	text_addf(to, "Record: intrekking\nClient: c\nOp: %s\nWat: %s\nSoort: notitie\n"
	    "Reden: x\n\n", day, handle);
}

static const char *
digits(const char *record)
{
	static char to[HANDLE_DIGITS + 1];

	handle_digits(record, strlen(record), to);
	return to;
}

/* The places that are taken back, as known on the day: "1 3"; "none" without a mark. */
static const char *
marks(const char *known)
{
	static struct text t;
	bool *taken = retraction_marks(&d, date_parse(known));

	text_clear(&t);
	for (size_t i = 0; taken != NULL && i < d.n; i++)
		if (taken[i])
			text_addf(&t, "%s%zu", t.len > 0 ? " " : "", i);
	free(taken);
	return t.len > 0 ? text_string(&t) : "none";
}

START_TEST(counts_when_known)
{
	struct text t = { 0 };

	text_adds(&t, HEAD NOTE);
	read_text(t.at);
	ck_assert_ptr_null(retraction_marks(&d, DATE_LAST));
	add_intrekking(&t, digits(NOTE), "2026-02-01");
	read_text(t.at);
	ck_assert_uint_eq(d.nretractions, 1);
	ck_assert_str_eq(marks("2026-01-31"), "none");
	ck_assert_str_eq(marks("2026-02-01"), "1");
	text_release(&t);
	end_reading();
}
END_TEST

/* By its recording day, not by the day from which it is said to hold. */
START_TEST(is_known_when_recorded)
{
	struct text t = { 0 };

	text_addf(&t, HEAD NOTE "Record: intrekking\nClient: c\nOp: 2026-01-03\nWat: %s\n"
	    "Soort: notitie\nReden: x\nVastgelegd: 2026-03-01\n\n", digits(NOTE));
	read_text(t.at);
	ck_assert_str_eq(marks("2026-02-28"), "none");
	ck_assert_str_eq(marks("2026-03-01"), "1");
	text_release(&t);
	end_reading();
}
END_TEST

START_TEST(is_taken_back_itself)
{
	struct text t = { 0 };
	const char *first;

	text_adds(&t, HEAD NOTE);
	add_intrekking(&t, digits(NOTE), "2026-02-01");
	first = t.at + strlen(HEAD NOTE);
	add_intrekking(&t, digits(first), "2026-02-02");
	first = strstr(t.at, "Op: 2026-02-02") - strlen("Record: intrekking\nClient: c\n");
	add_intrekking(&t, digits(first), "2026-02-03");
	read_text(t.at);
	ck_assert_str_eq(marks("2026-02-01"), "1");
	ck_assert_str_eq(marks("2026-02-02"), "2");
	ck_assert_str_eq(marks("2026-02-03"), "1 3");
	text_release(&t);
	end_reading();
}
END_TEST

/*
 * Of the first record, of nothing, of one of two equal ones; of more than are looked for one by
 * one.
 */
START_TEST(names_one_or_nothing)
{
	struct text t = { 0 }, second = { 0 };

	text_adds(&t, HEAD NOTE NOTE NOTE);
	add_intrekking(&t, digits(HEAD), "2026-02-01");
	add_intrekking(&t, "0123456789ab", "2026-02-01");
	text_addf(&second, "%s-2", digits(NOTE));
	add_intrekking(&t, text_string(&second), "2026-02-01");
	read_text(t.at);
	ck_assert_uint_eq(d.nretractions, 2);
	ck_assert_str_eq(marks("2026-02-01"), "2");
	for (int i = 0; i < 20; i++)
		add_intrekking(&t, "ba9876543210", "2026-02-01");
	add_intrekking(&t, digits(NOTE), "2026-02-01");
	read_text(t.at);
	ck_assert_str_eq(marks("2026-02-01"), "1 2");
	text_release(&t);
	text_release(&second);
	end_reading();
}
END_TEST

/* What was appended since is found too, and the dossier's own list stays as it was. */
START_TEST(sees_what_was_appended)
{
	struct retractions all;
	struct text t = { 0 };
	struct draft draft;

	text_adds(&t, HEAD NOTE);
	read_text(t.at);
	draft_of(&draft, KIND_INTREKKING);
	draft_put(&draft, SLOT_OP, "2026-02-01");
	draft_put(&draft, INTREKKING_WAT, digits(NOTE));
	draft_put(&draft, INTREKKING_SOORT, "notitie");
	draft_put(&draft, INTREKKING_REDEN, "x");
	dossier_append(&d, &draft);
	retractions_begin(&all, &d);
	ck_assert_uint_eq(retractions_target(&all, 2), 1);
	ck_assert_uint_eq(retractions_target(&all, 1), (size_t)-1);
	retractions_end(&all);
	ck_assert_uint_eq(d.nretractions, 0);
	ck_assert_str_eq(marks("2026-02-01"), "1");
	draft_release(&draft);
	text_release(&t);
	end_reading();
}
END_TEST

/*
 * A second fold, as simple as it can be: of a random history the records that are known and stand,
 * sorted by day, each merged into what it amends, field by field.
 */
struct told {
	struct draft draft;
	char *text;
	date op, recorded;
	size_t line, target;		/* of an intrekking: what it takes back; 0 = nothing */
};

struct thing {
	const struct told *first, *latest;
	const char *key;		/* NULL of an event */
	char *fields[SLOTS];		/* " Name=value" of each that is not empty */
};

static struct told told[PLACES];
static size_t ntold, nlines;

static void
tell(struct draft *draft, date op, date day, size_t target)
{
	struct told *to = &told[ntold++];
	struct text t = { 0 };
	char date_text[DATE_SIZE];

	draft_put(draft, SLOT_OP, date_format(op, date_text));
	if (op != day)
		draft_put(draft, SLOT_VASTGELEGD, date_format(day, date_text));
	draft_write(draft, "c", "\n", &t);
	*to = (struct told){ *draft, text_take(&t), op, day, nlines + 1, target };
	for (const char *at = to->text; *at != '\0'; at++)
		nlines += *at == '\n';
}

/* What the record is called: its digits, and which of the equal ones it is. */
static void
handle_told(size_t of, struct text *to)
{
	int number = 1;

	for (size_t i = 0; i < of; i++)
		number += strcmp(told[i].text, told[of].text) == 0;
	text_adds(to, digits(told[of].text));
	if (number > 1)
		text_addf(to, "-%d", number);
}

static void
tell_history(void)
{
	date day = date_parse("2026-01-01");
	struct draft draft;

	ntold = nlines = 0;
	draft_of(&draft, KIND_CLIENT);
	draft_put(&draft, CLIENT_NAAM, "N");
	draft_put(&draft, CLIENT_AANGEMELD, "2026-01-01");
	draft_put(&draft, CLIENT_HULPVRAAG, "H");
	tell(&draft, day, day, 0);
	for (int i = 0; i < RECORDS; i++) {
		size_t target = pick(3) == 0 && ntold > 1 ? 1 + (size_t)pick((int)ntold - 1) : 0;
		struct text handle = { 0 };

		day += pick(12);
		if (target == 0)
			random_record(&draft);
		else {
			handle_told(target, &handle);
			draft_of(&draft, KIND_INTREKKING);
			draft_put(&draft, INTREKKING_WAT, text_string(&handle));
			draft_put(&draft, INTREKKING_SOORT, "notitie");
			draft_put(&draft, INTREKKING_REDEN, "x");
		}
		tell(&draft, pick(3) ? day : day + pick(40) - 30, day, target);
		text_release(&handle);
	}
}

static bool
holds(size_t i, date known)
{
	for (size_t by = i + 1; i > 0 && by < ntold; by++)
		if (told[by].target == i && told[by].recorded <= known && holds(by, known))
			return false;
	return true;
}

/* The key of an amending kind; NULL of an event. */
static const char *
key_of(const struct told *r)
{
	const struct schema_field *key = schema_key(r->draft.spec);

	return !r->draft.spec->amends ? NULL : key == NULL ? "" : draft_text(&r->draft, key->slot);
}

static void
clear(struct thing *thing, enum slot slot)
{
	free(thing->fields[slot]);
	thing->fields[slot] = NULL;
}

static void
merge(struct thing *thing, const struct told *r)
{
	const struct draft *draft = &r->draft;

	thing->latest = r;
	for (size_t i = 0; i < draft->n; i++)
		clear(thing, draft->fields[i].slot);
	for (size_t i = 0; i < draft->n; i++) {
		char **field = &thing->fields[draft->fields[i].slot];
		const char *value = draft->fields[i].value;
		struct text t = { 0 };

		if (value[0] == '\0')
			continue;
		text_addf(&t, "%s %s=%s", *field == NULL ? "" : *field, draft->fields[i].name,
		    strcmp(value, "startfase") == 0 ? "opstart" : value);	/* an alias */
		free(*field);
		*field = text_take(&t);
	}
	if (draft->kind != KIND_LEEFGEBIED)
		return;
	if (draft_text(draft, LEEFGEBIED_SCORE) != NULL &&
	    draft_text(draft, LEEFGEBIED_SCORE)[0] != '\0')
		clear(thing, LEEFGEBIED_NVT);
	else if (draft_text(draft, LEEFGEBIED_NVT) != NULL &&
	    draft_text(draft, LEEFGEBIED_NVT)[0] != '\0')
		clear(thing, LEEFGEBIED_SCORE);
}

/*
 * The state of that day as known on the other, a line for each thing, in order of their first
 * records.
 */
static void
fold_simply(date at, date known, struct text *to)
{
	struct thing things[PLACES] = { 0 };
	const struct told *order[PLACES];
	size_t n = 0, nthings = 0;

	for (size_t i = 0; i < ntold; i++) {
		size_t j = n;

		if (i > 0 && (told[i].op > at || told[i].recorded > known || !holds(i, known) ||
		    told[i].draft.kind == KIND_INTREKKING))
			continue;
		for (n++; i > 0 && j > 1 && order[j - 1]->op > told[i].op; j--)
			order[j] = order[j - 1];
		order[j] = &told[i];
	}
	for (size_t i = 0; i < n; i++) {
		const char *key = key_of(order[i]);
		size_t j = nthings;

		if (key != NULL)
			for (j = 0; j < nthings && (things[j].key == NULL ||
			    things[j].first->draft.kind != order[i]->draft.kind ||
			    strcmp(things[j].key, key) != 0); j++)
				continue;
		if (j == nthings)
			things[nthings++] = (struct thing){ .first = order[i], .key = key };
		merge(&things[j], order[i]);
	}
	for (size_t i = 0; i < nthings; i++) {
		text_addf(to, "%s %zu..%zu", things[i].first->draft.kind_name,
		    things[i].first->line, things[i].latest->line);
		for (enum slot slot = 0; slot < SLOTS; slot++) {
			text_adds(to, things[i].fields[slot] == NULL ? "" : things[i].fields[slot]);
			free(things[i].fields[slot]);
		}
		text_addc(to, '\n');
	}
}

/* The same by the fold of the library. */
static void
fold_wholly(struct fold *s, date at, date known, struct text *to)
{
	if (!fold_day(s, &d, model, at, known))
		return;
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &s->entries[i];

		if (e->kind == KIND_INTREKKING)
			continue;
		text_addf(to, "%s %ld..%ld", e->first->name, e->first->line, e->latest->line);
		for (enum slot slot = 0; slot < SLOTS; slot++)
			for (const struct field *f = entry_at(e, slot); f != NULL;
			    f = field_next(f))
				text_addf(to, " %s=%s", f->name, f->value);
		text_addc(to, '\n');
	}
}

START_TEST(agrees_with_a_simple_fold)
{
	struct problems problems = { 0 };
	struct text journal = { 0 }, simple = { 0 }, whole = { 0 };
	struct fold s = { 0 };
	size_t taken = 0, lines = 0;

	model = model_read(model_default, model_default_size, NULL, &problems);
	seed = 20261129;
	for (int i = 0; i < HISTORIES; i++) {
		tell_history();
		text_clear(&journal);
		for (size_t j = 0; j < ntold; j++)
			text_adds(&journal, told[j].text);
		read_text(text_string(&journal));
		for (int j = 0; j < LOOKS; j++) {
			date known = date_parse("2026-01-01") + pick(200);
			date at = pick(2) ? known : date_parse("2026-01-01") + pick(200);

			text_clear(&simple);
			text_clear(&whole);
			fold_simply(at, known, &simple);
			fold_wholly(&s, at, known, &whole);
			if (strcmp(text_string(&simple), text_string(&whole)) != 0)
				fprintf(stderr, "%s\nat %d known %d\nsimple:\n%swhole:\n%s",
				    journal.at, at, known, simple.at, whole.at);
			ck_assert_str_eq(text_string(&whole), text_string(&simple));
			for (size_t k = 1; k < ntold; k++)
				taken += !holds(k, known);
			lines += s.n;
		}
		for (size_t j = 0; j < ntold; j++) {
			draft_release(&told[j].draft);
			free(told[j].text);
		}
	}
	ck_assert_uint_gt(taken, HISTORIES);
	ck_assert_uint_gt(lines, HISTORIES * LOOKS);
	fold_release(&s);
	end_reading();
	text_release(&journal);
	text_release(&simple);
	text_release(&whole);
	model_free(model);
	problems_release(&problems);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("retraction");

	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, counts_when_known);
	tcase_add_test(tests, is_known_when_recorded);
	tcase_add_test(tests, is_taken_back_itself);
	tcase_add_test(tests, names_one_or_nothing);
	tcase_add_test(tests, sees_what_was_appended);
	tcase_add_test(tests, agrees_with_a_simple_fold);
	return unit_run("retraction", tests);
}
