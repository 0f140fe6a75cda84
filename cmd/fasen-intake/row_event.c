/* SPDX-License-Identifier: ISC */
#include "row_event.h"

#include <string.h>

#include "row_compare.h"
#include "row_recorded.h"
#include "row_told.h"

void
row_event_subject(const struct row_record *r, const struct schema_field *key, struct text *to)
{
	const struct draft *d = &r->draft;

	text_addf(to, "%s\n%s", d->kind_name, r->dated ? draft_text(d, SLOT_OP) : "");
	if (key != NULL)
		text_addf(to, "\n%s", draft_text(d, key->slot));
	for (size_t i = 0; key == NULL && i < d->n; i++)
		if (compare_subject(d, d->fields[i].slot))
			text_addf(to, "\n%s\n%s", d->fields[i].name, d->fields[i].value);
}

/* Whether the row says more than one thing of it: then none of them is the latest. */
static bool
said_among_others(const struct row *row, const struct row_record *r)
{
	struct text one = { 0 }, other = { 0 };
	bool any = false;

	row_event_subject(r, NULL, &one);
	for (size_t i = 0; i < row->n && !any; i++) {
		text_clear(&other);
		row_event_subject(&row->records[i], NULL, &other);
		any = &row->records[i] != r && !row->records[i].dated &&
		    strcmp(text_string(&one), text_string(&other)) == 0;
	}
	text_release(&one);
	text_release(&other);
	return any;
}

static bool
is_mine(const struct row_apply *p, const struct record *r)
{
	return strcmp(record_text(r, SLOT_DOOR), p->reader->call->by) == 0;
}

/* Whether the import recorded it of a row that gave no day. */
static bool
is_undated(const struct row_apply *p, const struct record *r)
{
	return is_mine(p, r) && recorded_undated(p->state.dossier, r);
}

/* Notes what the row says otherwise than the record, where that may be news to who imports. */
static void
look(struct row_apply *p, const struct dossier *d, const struct record *r,
    const struct draft *draft, enum otherwise_fate fate)
{
	if (d->read == 0 || (is_mine(p, r) && (fate != OTHERWISE_RECORDED ||
	    !otherwise_corrects(draft, r, p->reader->call->today))))
		return;
	row_event_name(p, draft, r, fate);
}

void
row_event_name(struct row_apply *p, const struct draft *draft, const struct record *r,
    enum otherwise_fate fate)
{
	for (size_t i = 0; i < draft->n; i++) {
		const struct draft_field *f = &draft->fields[i];

		if (f->slot == SLOT_OP ? date_parse(f->value) != r->op : compare_tells(f->slot) &&
		    !compare_says(r, draft, f->slot, f->name))
			otherwise_add(&p->otherwise, draft, f, r, fate);
	}
}

/* Whether the map fills a field of it only once, and the client is known. */
static bool
only_once(const struct row_apply *p, const struct dossier *d, const struct row_record *r)
{
	for (size_t i = 0; i < r->draft.n; i++)
		if (row_apply_once(p, d, r->group, r->draft.fields[i].name))
			return true;
	return false;
}

/*
 * The records about the same: the latest, and whether one says what the draft says, of those from
 * the latest on that the import recorded without day. A record of a domain counts where it has a
 * score on that scale, or says why it has none.
 */
struct said_before {
	const struct record *latest;
	bool any;
};

static void
said_add(struct said_before *b, const struct row_apply *p, const struct record *r, bool says)
{
	b->latest = r;
	b->any = says || (b->any && !is_undated(p, r));
}

/*
 * Whether somebody else has followed what stands there as the row still says it, or a row that gave
 * the day.
 */
static bool
followed(const struct row_apply *p, const struct said_before *b)
{
	return b->latest != NULL && b->any && !is_undated(p, b->latest);
}

static bool
undated_there(struct row_apply *p, const struct dossier *d, const struct row_record *r)
{
	const struct draft *draft = &r->draft;
	struct said_before b = { 0 };
	bool any = false;

	for (size_t i = 0; i < p->state.next; i++) {
		const struct record *o = fold_record_at(&p->state, i);
		bool says;

		if (!compare_about(o, draft))
			continue;
		says = compare_says_all(o, draft);
		any = any || says;
		said_add(&b, p, o, says);
	}
	if (b.latest == NULL)
		return false;
	if (compare_says_all(b.latest, draft) || (any && said_among_others(p->row, r)))
		return true;
	if (recorded_taken(&p->state, draft, NULL, DATE_NONE)) {
		otherwise_taken(&p->otherwise, draft);
		return true;
	}
	if (only_once(p, d, r)) {
		look(p, d, b.latest, draft, OTHERWISE_ONCE);
		return true;
	}
	if (p->taken_over && row_apply_fills(draft->kind)) {
		row_event_name(p, draft, b.latest, OTHERWISE_KEPT);
		return true;
	}
	if (followed(p, &b)) {
		look(p, d, b.latest, draft, OTHERWISE_KEPT);
		return true;
	}
	look(p, d, b.latest, draft, OTHERWISE_RECORDED);
	return false;
}

/* The fold is of all days. */
static bool
dated_there(struct row_apply *p, const struct dossier *d, const struct row_record *r, date day)
{
	const struct record *latest = NULL, *any = NULL;
	bool there;

	for (size_t i = 0; i < p->state.next; i++) {
		const struct record *o = fold_record_at(&p->state, i);

		if (!compare_about(o, &r->draft))
			continue;
		any = o;
		if (o->op == day)
			latest = o;
	}
	there = recorded_once(&p->state, &r->draft, NULL, day);
	if (!there && any != NULL && only_once(p, d, r)) {
		look(p, d, latest != NULL ? latest : any, &r->draft, OTHERWISE_ONCE);
		return true;
	}
	if (!there && recorded_taken(&p->state, &r->draft, NULL, day)) {
		otherwise_taken(&p->otherwise, &r->draft);
		return true;
	}
	if (latest != NULL && !compare_says_all(latest, &r->draft))
		look(p, d, latest, &r->draft, there ? OTHERWISE_KEPT : OTHERWISE_RECORDED);
	return there;
}

bool
row_event_there(struct row_apply *p, const struct dossier *d, struct row_record *r, date op)
{
	struct text what = { 0 };
	bool there;

	row_apply_fold(p, d, r->dated ? DATE_LAST : op);
	if (r->dated)
		return dated_there(p, d, r, date_parse(draft_text(&r->draft, SLOT_OP)));
	there = undated_there(p, d, r);
	if (!there && recorded_taken(&p->state, &r->draft, NULL, DATE_NONE)) {
		otherwise_taken(&p->otherwise, &r->draft);
		there = true;
	}
	row_event_subject(r, NULL, &what);
	if (!there)
		row_told_agrees(p, d, &r->draft, text_string(&what), true, NULL);
	row_told_note(p, d, &r->draft, text_string(&what), true);
	text_release(&what);
	return there;
}

static const char *
scale_of(const struct row_apply *p, const char *code)
{
	const struct model_scale *s = model_scale(p->reader->call->model, code);

	return s != NULL ? s->code : code;
}

/* Whether it answers what the draft answers: a score on that scale, or why there is none. */
static bool
answers(const struct row_apply *p, const struct record *r, const struct draft *d)
{
	const char *scale = draft_text(d, LEEFGEBIED_SCHAAL);

	if (r->kind != KIND_LEEFGEBIED || strcmp(record_text(r, LEEFGEBIED_LEEFGEBIED),
	    draft_text(d, LEEFGEBIED_LEEFGEBIED)) != 0)
		return false;
	if (record_at(r, LEEFGEBIED_SCORE) == NULL || draft_text(d, LEEFGEBIED_SCORE) == NULL)
		return record_at(r, LEEFGEBIED_NVT) != NULL ||
		    record_at(r, LEEFGEBIED_SCORE) != NULL;
	return strcmp(scale_of(p, record_text(r, LEEFGEBIED_SCHAAL)),
	    scale_of(p, scale != NULL ? scale : "")) == 0;
}

bool
row_event_answers(enum slot slot)
{
	return slot == LEEFGEBIED_SCORE || slot == LEEFGEBIED_SCHAAL || slot == LEEFGEBIED_NVT;
}

void
row_event_drop_score(struct row_apply *p, const struct dossier *d, struct draft *draft)
{
	enum slot slot = draft->kind != KIND_LEEFGEBIED ? SLOT_NONE :
	    draft_text(draft, LEEFGEBIED_SCORE) != NULL ? LEEFGEBIED_SCORE :
	    draft_text(draft, LEEFGEBIED_NVT) != NULL ? LEEFGEBIED_NVT : SLOT_NONE;
	struct said_before b = { 0 };
	struct draft kept;

	for (size_t i = 0; slot != SLOT_NONE && i < p->state.next; i++) {
		const struct record *o = fold_record_at(&p->state, i);

		if (answers(p, o, draft))
			said_add(&b, p, o, compare_says(o, draft, slot, ""));
	}
	if (!followed(p, &b))
		return;
	draft_of(&kept, KIND_LEEFGEBIED);
	for (size_t i = 0; i < draft->n; i++) {
		const struct draft_field *f = &draft->fields[i];

		if (!row_event_answers(f->slot))
			draft_add(&kept, f->name, f->value);
		else if (f->slot == slot && d->read > 0 && !is_mine(p, b.latest))
			otherwise_add(&p->otherwise, draft, f, b.latest, OTHERWISE_KEPT);
	}
	draft_release(draft);
	*draft = kept;
}
