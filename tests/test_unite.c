/* SPDX-License-Identifier: ISC */
#include "unite.h"

#include <stdio.h>
#include <string.h>

#include "alloc.h"
#include "finding.h"
#include "handle.h"
#include "random_records.h"
#include "retraction.h"

#include "folding.h"

/*
 * Two dossiers of one person with random histories are united; then people go on with what came of
 * it and with old copies of both, which are united and joined again and again. Against a model as
 * simple as it can be: a dossier is a set of facts, each of one origin; what comes of two is the
 * facts of both. UNITE_SEEDS=N tries more histories, UNITE_SEED=N begins with another one.
 */
enum { SEEDS = 150, FACTS = 400, PLACES = 200, NAMES = 60, LOOKS = 6 };

/* What a record says, whatever the number of its goal or the handle in it. */
struct fact {
	char *says;		/* origin, kind and fields; NULL: the end */
	size_t number;		/* of equal ones of one dossier the how manieth */
	enum kind kind;
	date op, recorded;
	char origin;		/* a or b */
	int epoch;		/* how often dossiers came together before */
	bool begins;		/* made of b's registration */
	size_t target;		/* of an intrekking: what it takes back; 0 = nothing */
};

struct copy {
	struct text text;
	char origin;
	size_t of[PLACES], n;	/* the fact of each record */
};

/* What a goal or action is called in the model. */
struct name {
	enum kind kind;
	char id[16], is[40];
};

static struct fact facts[FACTS];
static size_t nfacts;
static int epoch, goals_made[2];
static date clock_day, begun, united;
static struct name names[NAMES];
static size_t nnames, refusals, unions, taken_facts;
static unsigned long seed_of;

#define FAIL(...) (fprintf(stderr, "UNITE_SEED=%lu UNITE_SEEDS=1: ", seed_of), \
	fprintf(stderr, __VA_ARGS__), ck_abort())

static bool
same(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

static char
origin_of(const struct record *r, const struct copy *c)
{
	const char *from = record_text(r, SLOT_UIT_DOSSIER);

	return from[0] != '\0' ? from[0] : c->origin;
}

static const char *
named(enum kind kind, const char *id)
{
	for (size_t i = 0; i < nnames; i++)
		if (names[i].kind == kind && same(names[i].id, id))
			return names[i].is;
	return id;
}

/* By the words of its first record: each of one dossier has its own. */
static void
name_all(const struct copy *c, const struct dossier *of)
{
	nnames = 0;
	for (size_t i = 0; i < of->n; i++) {
		const struct record *r = &of->records[i];
		const struct schema_field *key = schema_key(r->spec);
		struct name *to = &names[nnames];

		if ((r->kind != KIND_DOEL && r->kind != KIND_WERKPUNT) ||
		    named(r->kind, record_text(r, key->slot)) != record_text(r, key->slot))
			continue;
		ck_assert_uint_lt(nnames, NAMES);
		to->kind = r->kind;
		snprintf(to->id, sizeof to->id, "%s", record_text(r, key->slot));
		snprintf(to->is, sizeof to->is, "%c.%s", origin_of(r, c), record_text(r,
		    r->kind == KIND_DOEL ? DOEL_TEKST : WERKPUNT_TEKST));
		nnames++;
	}
}

static const char *
value_of(const struct field *f)
{
	if (f->spec != NULL && (f->spec->ref == REF_DOEL || same(f->name, "Doel")))
		return named(KIND_DOEL, f->value);
	if (f->spec != NULL && (f->spec->ref == REF_WERKPUNT || same(f->name, "Werkpunt")))
		return named(KIND_WERKPUNT, f->value);
	return f->value;
}

static void
tell(const struct record *r, const struct copy *c, size_t target, struct text *to)
{
	text_addf(to, "%c %s\n", origin_of(r, c), r->name);
	for (size_t i = 2; i < r->n; i++)
		if (r->fields[i].slot == SLOT_UIT_DOSSIER)
			continue;
		else if (r->kind == KIND_INTREKKING && r->fields[i].slot == INTREKKING_WAT)
			text_addf(to, "Wat=%zu\n", target);
		else
			text_addf(to, "%s=%s\n", r->fields[i].name, value_of(&r->fields[i]));
}

static size_t
fact_of(const char *says, size_t number, const struct record *r, const struct copy *c,
    size_t target)
{
	struct fact *f;
	size_t i;

	for (i = 1; i < nfacts; i++)
		if (facts[i].number == number && same(facts[i].says, says))
			return i;
	ck_assert_uint_lt(nfacts, FACTS);
	f = &facts[nfacts];
	*f = (struct fact){ .says = alloc_copy(says), .number = number, .kind = r->kind,
	    .op = r->op, .recorded = r->recorded != DATE_NONE ? r->recorded : r->op,
	    .origin = origin_of(r, c), .epoch = epoch, .target = target };
	return nfacts++;
}

static void
read_text(const struct text *t)
{
	reader_free(reader);
	reader = reader_of(t->at, t->len, "r.rec");
	ck_assert_int_eq(reader_next(reader, &d), 1);
	if (d.malformed)
		FAIL("malformed\n%s", t->at);
}

/* The facts of a copy, a retraction after what it takes back. */
static void
read_copy(struct copy *c)
{
	struct retractions all;
	struct text t = { 0 };
	size_t left, before = 0;

	read_text(&c->text);
	name_all(c, &d);
	ck_assert_uint_lt(d.n, PLACES);
	c->n = left = d.n;
	memset(c->of, 0, sizeof c->of);
	retractions_begin(&all, &d);
	for (; left > 0 && left != before; ) {
		before = left;
		for (size_t i = 0; i < d.n; i++) {
			const struct record *r = &d.records[i];
			size_t of = r->kind != KIND_INTREKKING ? 0 : retractions_target(&all, i);
			size_t number = 1;

			if (c->of[i] > 0 || (of != 0 && of != (size_t)-1 && c->of[of] == 0))
				continue;
			text_clear(&t);
			tell(r, c, of == 0 || of == (size_t)-1 ? 0 : c->of[of], &t);
			for (size_t j = 0; j < i; j++)
				number += c->of[j] > 0 && same(facts[c->of[j]].says, t.at);
			c->of[i] = fact_of(t.at, number, r, c, of == 0 || of == (size_t)-1 ? 0 :
			    c->of[of]);
			left--;
		}
	}
	retractions_end(&all);
	text_release(&t);
}

static bool
has(const struct copy *c, size_t fact)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->of[i] == fact)
			return true;
	return false;
}

static bool
holds(const struct copy *c, size_t fact, date known)
{
	for (size_t i = 1; i < c->n; i++) {
		const struct fact *by = &facts[c->of[i]];

		if (by->target == fact && by->recorded <= known && holds(c, c->of[i], known))
			return false;
	}
	return true;
}

/* A record for the copy, which its checks must let in. */
static bool
add(struct copy *c, struct draft *draft, date op)
{
	struct problems found = { 0 };
	size_t before = c->text.len;
	char id[2] = { c->origin, '\0' }, to[DATE_SIZE];
	bool good;

	draft_put(draft, SLOT_OP, date_format(op, to));
	if (op != clock_day)
		draft_put(draft, SLOT_VASTGELEGD, date_format(clock_day, to));
	draft_write(draft, id, "\n", &c->text);
	read_text(&c->text);
	finding_dossier(&d, 0, model, clock_day, &s, &found);
	good = !problems_error(&found);
	if (!good)
		text_cut(&c->text, before);
	problems_release(&found);
	return good;
}

/* Takes back one of its records: any but the first. */
static void
draw_retraction(struct copy *c, bool calm, struct draft *draft)
{
	struct handles all;
	char handle[HANDLE_SIZE];
	size_t of = 1 + (size_t)pick((int)c->n - 1);

	read_text(&c->text);
	handles_read(&all, &d);
	draft_of(draft, KIND_INTREKKING);
	draft_put(draft, INTREKKING_WAT, handles_of(&all, of, handle));
	draft_put(draft, INTREKKING_SOORT, d.records[of].name);
	draft_put(draft, INTREKKING_REDEN, calm || pick(3) ? "x" : "y");
	handles_release(&all);
}

/* Words of its own for what is new, and now and then a goal that the draw does not know. */
static void
settle(const struct copy *c, struct draft *draft)
{
	char word[24];
	enum slot key = draft->kind == KIND_DOEL ? DOEL_DOEL : draft->kind == KIND_WERKPUNT ?
	    WERKPUNT_WERKPUNT : SLOT_NONE;

	if (draft->kind == KIND_STAND && pick(2) && nnames > 0) {
		const struct name *n = &names[pick((int)nnames)];

		if (n->kind == KIND_DOEL && draft_text(draft, STAND_DOEL) != NULL)
			draft_put(draft, STAND_DOEL, n->id);
	}
	if (draft->kind == KIND_NOTITIE && pick(2) && nnames > 0 &&
	    names[nnames - 1].kind == KIND_DOEL)
		draft_put(draft, NOTITIE_DOEL, names[nnames - 1].id);
	if (draft->kind == KIND_KRACHT)
		draft_put(draft, KRACHT_SOORT, "kennis");
	if (draft->kind == KIND_AKKOORD && pick(2)) {
		draft_put(draft, AKKOORD_WAAROP, "delen");
		draft_put(draft, AKKOORD_MET, "gemeente");
	}
	if (key == SLOT_NONE)
		return;
	if (draft->kind == KIND_WERKPUNT) {
		snprintf(word, sizeof word, "%.2s", draft_text(draft, WERKPUNT_WERKPUNT));
		draft_put(draft, WERKPUNT_DOEL, word);
		draft_put(draft, WERKPUNT_WIE, "netwerk");
	}
	if (named(draft->kind, draft_text(draft, key)) != draft_text(draft, key))
		return;
	snprintf(word, sizeof word, "g%d", ++goals_made[c->origin == 'b']);
	draft_put(draft, draft->kind == KIND_DOEL ? DOEL_TEKST : WERKPUNT_TEKST, word);
}

/* `calm`: nothing that can contradict anything. */
static void
edit(struct copy *c, bool calm)
{
	struct draft draft;
	date op = clock_day;

	if (pick(4) == 0)
		op -= pick(20);
	if (c->n > 1 && pick(4) == 0) {
		draw_retraction(c, calm, &draft);
		if (calm && !same(draft_text(&draft, INTREKKING_SOORT), "notitie")) {
			draft_release(&draft);
			return;
		}
	} else {
		do {
			random_record(&draft);
			if (!calm || draft.kind == KIND_NOTITIE)
				break;
			draft_release(&draft);
		} while (true);
		settle(c, &draft);
	}
	if (add(c, &draft, op))
		read_copy(c);
	draft_release(&draft);
	clock_day += pick(3) == 0;
}

/* No two copies on one day. */
static void
edits(struct copy *c, bool calm)
{
	for (int i = pick(4); i > 0; i--)
		edit(c, calm);
	clock_day++;
}

static void
begin(struct copy *c, char origin)
{
	char to[DATE_SIZE];

	*c = (struct copy){ .origin = origin };
	text_addf(&c->text, "Record: client\nClient: %c\nNaam: N\nAangemeld: %s\nHulpvraag: H\n",
	    origin, date_format(clock_day, to));
	if (pick(2))
		text_addf(&c->text, "Vraag: wonen\n%s: noord\n", pick(2) ? "Team" : "Gemeente");
	text_addf(&c->text, "\nRecord: fase\nClient: %c\nOp: %s\nFase: aanmelding\n\n", origin, to);
	read_copy(c);
}

/* Closed on a day before it was recorded; the day, or the present one where that cannot be. */
static date
close_late(struct copy *c)
{
	struct draft draft;
	date op = clock_day;

	clock_day++;
	for (int i = pick(4); i > 0; i--)
		edit(c, false);
	draft_of(&draft, KIND_UITSTROOM);
	draft_put(&draft, UITSTROOM_REDEN, "verhuisd");
	if (!add(c, &draft, op))
		op = clock_day;
	draft_release(&draft);
	read_copy(c);
	return op;
}

static void
copy(struct copy *to, const struct copy *from)
{
	*to = *from;
	to->text = (struct text){ 0 };
	text_add(&to->text, from->text.at, from->text.len);
}

static enum join_result
bring_together(const struct copy *x, const struct copy *y, const char *phases_of, bool unite,
    struct copy *to, struct problems *said)
{
	struct join j = { .model = model, .today = clock_day,
	    .a = { x->text.at, x->text.len, "x", NULL },
	    .b = { y->text.at, y->text.len, "y", NULL } };
	struct unite how = { .by = "bert", .phases_of = phases_of };
	enum join_result result;

	problems_clear(said);
	result = unite ? unite_run(&j, &how, said) : join_run(&j, said);
	*to = (struct copy){ .origin = x->origin };
	text_add(&to->text, text_string(&j.text), j.text.len);
	join_clear(&j);
	return result;
}

static void
say_all(const struct problems *said)
{
	for (size_t i = 0; i < said->n; i++)
		fprintf(stderr, "%s:%ld: %s: %s\n", said->at[i].file, said->at[i].line,
		    said->at[i].field == NULL ? "" : said->at[i].field, said->at[i].text);
}

static bool
of_phases(enum kind kind)
{
	return kind == KIND_FASE || kind == KIND_INTAKE || kind == KIND_UITSTROOM;
}

static const char *
says_of(const struct fact *f, const char *name, char to[64])
{
	char like[32];
	const char *at;

	snprintf(like, sizeof like, "\n%s=", name);
	at = strstr(f->says, like);
	if (at == NULL)
		return NULL;
	at += strlen(like);
	snprintf(to, 64, "%.*s", (int)strcspn(at, "\n"), at);
	return to;
}

/* What uniting may add by itself. */
static bool
made(struct fact *f, const struct copy *b)
{
	char day[64];

	if (f->kind == KIND_INTREKKING)
		return strstr(f->says, "Reden=a: b\n") != NULL &&
		    (of_phases(facts[f->target].kind) ||
		    (facts[f->target].kind == KIND_INTREKKING &&
		    strstr(facts[f->target].says, "Reden=a: b\n") != NULL));
	f->begins = f->origin == 'b' && strstr(f->says, "Vervangt=") == NULL;
	f->epoch = f->begins ? 0 : f->epoch;
	return f->origin == 'b' && (f->kind == KIND_CLIENT ||
	    (f->kind == KIND_FASE && f->op == date_parse(says_of(&facts[b->of[0]], "Aangemeld",
	    day))));
}

static int
by_time(const void *a, const void *b)
{
	const struct fact *x = &facts[*(const size_t *)a], *y = &facts[*(const size_t *)b];

	if (x->op != y->op)
		return x->op < y->op ? -1 : 1;
	if (x->epoch != y->epoch)
		return x->epoch - y->epoch;
	if (x->origin != y->origin)
		return x->origin - y->origin;
	if (x->begins != y->begins)
		return x->begins ? -1 : 1;
	if (x->recorded != y->recorded)
		return x->recorded < y->recorded ? -1 : 1;
	return x < y ? -1 : x > y;
}

/* The facts that are known and hold, in order of time. */
static size_t
in_order(const struct copy *c, date at, date known, size_t *to)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++) {
		const struct fact *f = &facts[c->of[i]];

		if (i == 0 || (f->op <= at && f->recorded <= known && holds(c, c->of[i], known)))
			to[n++] = c->of[i];
	}
	qsort(to + 1, n - 1, sizeof *to, by_time);
	return n;
}

static bool
ends(const struct fact *f)
{
	char word[64];

	return f->kind == KIND_UITSTROOM || (f->kind == KIND_INTAKE &&
	    same(says_of(f, "Besluit", word), "afgewezen"));
}

/* Where the client is, and how often he came: as the facts say. */
static void
course_simply(const size_t *order, size_t n, struct text *to)
{
	char phase[64] = "", word[64];
	size_t times = 1;
	bool closed = false;

	for (size_t i = 1; i < n; i++) {
		const struct fact *f = &facts[order[i]];

		if (f->kind == KIND_FASE) {
			times += closed;
			closed = false;
			snprintf(phase, sizeof phase, "%s", says_of(f, "Fase", word));
		} else if (ends(f))
			closed = true;
	}
	text_addf(to, "%s %zu %d\n", same(phase, "startfase") ? "opstart" : phase, times, closed);
}

struct kept {
	char *name, *value;
};

/* The latest value of each field of what amends: kind, key and name in `name`. */
static void
amend_simply(const struct fact *f, struct kept *all, size_t *n)
{
	const char *line = strchr(f->says, '\n') + 1, *kind = f->says + 2;
	const struct schema_kind *k = &schema_kinds[f->kind];
	const struct schema_field *key = schema_key(k);
	char what[128], is[64] = "", *end;
	size_t own = *n;

	if (!k->amends)
		return;
	if (key != NULL)
		says_of(f, key->name, is);
	for (; *line != '\0'; line = strchr(line, '\n') + 1) {
		size_t width = strcspn(line, "="), i;

		snprintf(what, sizeof what, "%.*s %s %.*s", (int)strcspn(kind, "\n"), kind, is,
		    (int)width, line);
		for (i = 0; i < own; i++)	/* of one that the record holds twice both stay */
			if (same(all[i].name, what)) {
				free(all[i].name);
				free(all[i].value);
				all[i] = all[--own];
				all[own] = all[--*n];
				i--;
			}
		all[(*n)++] = (struct kept){ alloc_copy(what), alloc_copy(line + width + 1) };
		end = strchr(all[*n - 1].value, '\n');
		*end = '\0';
	}
}

static int
by_name(const void *a, const void *b)
{
	const struct kept *x = a, *y = b;
	int c = strcmp(x->name, y->name);

	return c != 0 ? c : strcmp(x->value, y->value);
}

/* By values; of a domain, whose Score and Nvt clear each other, without these. */
static void
state_simply(const struct copy *c, date at, date known, struct text *to)
{
	static struct kept all[PLACES * 8];
	size_t order[PLACES], n = in_order(c, at, known, order), m = 0;

	course_simply(order, n, to);
	for (size_t i = 0; i < n; i++)
		amend_simply(&facts[order[i]], all, &m);
	qsort(all, m, sizeof *all, by_name);
	for (size_t i = 0; i < m; i++) {
		const char *name = strrchr(all[i].name, ' ') + 1;

		if (all[i].value[0] != '\0' && !same(name, "Score") && !same(name, "Nvt") &&
		    !same(name, "Op") && !same(name, "Vastgelegd"))
			text_addf(to, "%s=%s\n", all[i].name, all[i].value);
		free(all[i].name);
		free(all[i].value);
	}
}

static void
state_wholly(const struct copy *c, date at, date known, struct text *to)
{
	static struct kept all[PLACES * 8];
	size_t m = 0;

	read_text(&c->text);
	name_all(c, &d);
	ck_assert(fold_day(&s, &d, model, at, known));
	text_addf(to, "%s %zu %d\n", s.phase == NULL ? "" : entry_text(s.phase, FASE_FASE),
	    s.ntrajectories, fold_closed(&s));
	for (size_t i = 0; i < s.n; i++) {
		const struct entry *e = &s.entries[i];
		const struct schema_field *key = schema_key(e->spec);

		for (enum slot slot = 0; e->spec->amends && slot < SLOTS; slot++)
			for (const struct field *f = entry_at(e, slot); f != NULL;
			    f = field_next(f)) {
				struct text t = { 0 };

				if (same(f->name, "Score") || same(f->name, "Nvt") ||
				    slot == SLOT_OP || slot == SLOT_VASTGELEGD ||
				    slot == SLOT_UIT_DOSSIER)
					continue;
				text_addf(&t, "%s %s %s", e->first->name, key == NULL ? "" :
				    value_of(entry_at(e, key->slot)), f->name);
				all[m].name = text_take(&t);
				all[m++].value = alloc_copy(value_of(f));
			}
	}
	qsort(all, m, sizeof *all, by_name);
	for (size_t i = 0; i < m; i++) {
		text_addf(to, "%s=%s\n", all[i].name, all[i].value);
		free(all[i].name);
		free(all[i].value);
	}
}

/* The state on random days, as known on others. */
static void
check_state(const struct copy *c)
{
	struct text simple = { 0 }, whole = { 0 };
	bool skip;

	for (int i = 0; i < LOOKS; i++) {
		date known = i == 0 ? DATE_LAST : begun + pick((int)(clock_day - begun) + 2);
		date at = i < 2 ? clock_day : begun + pick((int)(clock_day - begun) + 2);

		text_clear(&simple);
		text_clear(&whole);
		state_simply(c, at, known, &simple);
		state_wholly(c, at, known, &whole);
		/* Before they were one, nobody knew where the client of both was. */
		skip = known < united;
		if (!same(strchr(simple.at, skip ? '\n' : simple.at[0]),
		    strchr(whole.at, skip ? '\n' : whole.at[0]))) {
			char to[2][DATE_SIZE];

			FAIL("state of %s known %s\n%s\nsimple:\n%s\nwhole:\n%s",
			    date_format(at, to[0]), date_format(known, to[1]), c->text.at,
			    simple.at, whole.at);
		}
	}
	text_release(&simple);
	text_release(&whole);
}

/* Each trajectory is of one of the two, the first time. */
static void
check_course(const struct copy *c)
{
	size_t order[PLACES], n = in_order(c, DATE_LAST, DATE_LAST, order);
	char of = '\0';
	bool closed = false;

	for (size_t i = 1; i < n; i++) {
		const struct fact *f = &facts[order[i]];

		if (!of_phases(f->kind))
			continue;
		if (f->kind == KIND_FASE && closed) {
			of = '\0';
			closed = false;
		}
		if (of != '\0' && f->origin != of && !(closed && f->kind != KIND_FASE))
			FAIL("phases of both in one trajectory\n%s", c->text.at);
		of = of == '\0' ? f->origin : of;
		closed = closed || ends(f);
	}
}

/* All of both is there, once, and nothing else but what uniting adds. */
static void
check_union(struct copy *c, const struct copy *x, const struct copy *y, bool unite)
{
	struct problems found = { 0 };
	size_t before = nfacts;
	bool *taken;

	epoch++;
	read_copy(c);
	for (size_t i = 0; i < x->n; i++)
		if (!has(c, x->of[i]))
			FAIL("lost of x: %s\n%s\n--- x\n%s\n--- y\n%s", facts[x->of[i]].says,
			    c->text.at, x->text.at, y->text.at);
	for (size_t i = unite ? 1 : 0; i < y->n; i++)
		if (!has(c, y->of[i]))
			FAIL("lost of y: %s\n%s\n--- x\n%s\n--- y\n%s", facts[y->of[i]].says,
			    c->text.at, x->text.at, y->text.at);
	for (size_t i = 0; i < c->n; i++)
		if (!has(x, c->of[i]) && !has(y, c->of[i]) && !(unite && c->of[i] >= before &&
		    made(&facts[c->of[i]], y)))
			FAIL("came from nowhere: %s\n%s\n--- x\n%s\n--- y\n%s",
			    facts[c->of[i]].says, c->text.at, x->text.at, y->text.at);
	read_text(&c->text);
	taken = retraction_marks(&d, DATE_LAST);
	for (size_t i = 1; i < c->n; i++) {
		taken_facts += !holds(c, c->of[i], DATE_LAST);
		if (holds(c, c->of[i], DATE_LAST) == (taken != NULL && taken[i]))
			FAIL("stands or not: %s\n%s", facts[c->of[i]].says, c->text.at);
	}
	free(taken);
	finding_dossier(&d, 0, model, clock_day, &s, &found);
	if (problems_error(&found)) {
		say_all(&found);
		FAIL("not clean\n%s\n--- x\n%s\n--- y\n%s", c->text.at, x->text.at, y->text.at);
	}
	problems_release(&found);
	check_state(c);
	unions++;
}

static void
check_same(const struct copy *x, const struct copy *y, bool unite, const struct copy *is)
{
	struct problems said = { 0 };
	struct copy once;

	if (bring_together(x, y, NULL, unite, &once, &said) != JOIN_DONE ||
	    !same(text_string(&once.text), is->text.at)) {
		say_all(&said);
		FAIL("%s once more changes something\n%s\n--- into\n%s\n--- y\n%s",
		    unite ? "unite" : "join", is->text.at, text_string(&once.text), y->text.at);
	}
	text_release(&once.text);
	problems_release(&said);
}

/* Whether the two came together in `c`; a refusal says on which lines. */
static bool
try_together(struct copy *x, struct copy *y, bool unite, bool must, struct copy *c)
{
	struct problems said = { 0 };
	enum join_result result = bring_together(x, y, NULL, unite, c, &said);
	bool asked = false;

	for (size_t i = 0; i < said.n; i++)
		asked = asked || same(said.at[i].code, "phases");
	if (result == JOIN_REFUSED && asked && unite) {
		text_release(&c->text);
		result = bring_together(x, y, pick(2) ? "A" : "B", unite, c, &said);
	}
	if (result != JOIN_DONE) {
		refusals++;
		if (result == JOIN_BAD || !problems_error(&said) || must) {
			say_all(&said);
			FAIL("refused\n%s\n--- y\n%s", x->text.at, y->text.at);
		}
		for (size_t i = 0; i < said.n; i++)
			if (said.at[i].line <= 0)
				FAIL("no line: %s", said.at[i].text);
		text_release(&c->text);
	} else {
		check_union(c, x, y, unite);
		check_same(c, y, unite, c);
		if (!unite) {
			check_same(c, x, false, c);
			check_same(x, y, false, c);
			check_same(y, x, false, c);
		}
	}
	problems_release(&said);
	clock_day += 1 + pick(2);
	return result == JOIN_DONE;
}

static void
one_history(void)
{
	struct copy a, b, a2, b2, u, next;
	bool calm = pick(3) > 0;

	nfacts = 1;
	epoch = goals_made[0] = goals_made[1] = 0;
	clock_day = date_parse("2026-01-05");
	begin(&a, 'a');
	begun = clock_day;
	for (int i = 3 + pick(14); i > 0; i--)
		edit(&a, false);
	clock_day = pick(2) ? close_late(&a) : begun + pick((int)(clock_day - begun) + 4);
	begin(&b, 'b');
	for (int i = pick(14); i > 0; i--)
		edit(&b, false);
	clock_day = united = begun + 40;
	if (try_together(&a, &b, true, false, &u)) {
		check_course(&u);
		copy(&a2, &a);
		copy(&b2, &b);
		for (int i = 0; i < 5; i++) {
			struct copy *with = pick(2) ? &b2 : &a2;

			edits(&a2, calm);
			edits(&b2, calm);
			edits(&u, calm);
			if (try_together(&u, with, with == &b2, calm, &next)) {
				text_release(&u.text);
				u = next;
			}
		}
		text_release(&a2.text);
		text_release(&b2.text);
		text_release(&u.text);
	}
	text_release(&a.text);
	text_release(&b.text);
	for (size_t i = 1; i < nfacts; i++)
		free(facts[i].says);
}

START_TEST(keeps_all_of_both)
{
	const char *many = getenv("UNITE_SEEDS"), *from = getenv("UNITE_SEED");
	unsigned long n = many == NULL ? SEEDS : strtoul(many, NULL, 10);

	seed_of = from == NULL ? 1 : strtoul(from, NULL, 10);
	for (; n-- > 0; seed_of++) {
		seed = seed_of * 7919;
		one_history();
	}
	if (many == NULL) {
		/* B takes back that its own phase was taken back. */
		seed_of = 234;
		seed = seed_of * 7919;
		one_history();
		ck_assert_uint_gt(unions, 2 * SEEDS);
		ck_assert_uint_gt(taken_facts, 2 * SEEDS);
		ck_assert_uint_gt(refusals, SEEDS / 10);
	}
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("unite");

	tcase_set_timeout(tests, 0);
	tcase_add_checked_fixture(tests, folding_begin, folding_end);
	tcase_add_test(tests, keeps_all_of_both);
	return unit_run("unite", tests);
}
