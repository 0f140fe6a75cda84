/* SPDX-License-Identifier: ISC */
#include "form_read.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "field.h"
#include "file.h"
#include "filter.h"
#include "form.h"
#include "message.h"
#include "nearest.h"
#include "shown.h"
#include "text.h"

static void
wrong(struct form_reader *f, long line, const char *field, const char *text)
{
	problems_add(&f->problems, PROBLEM_ERROR, "form", f->file, line, field, "%s", text);
}

/* Fields of the form itself. */
static bool
head_field(const char *name)
{
	return strcmp(name, SCHEMA_RECORD) == 0 || strcmp(name, SCHEMA_CLIENT) == 0 ||
	    strcmp(name, FORM_RECORDS) == 0;
}

/* Door: client, of a form that the client filled in. */
static bool
by_client(const struct field *f)
{
	return f->slot == SLOT_DOOR &&
	    strcmp(f->value, AKKOORD_WIE_words[AKKOORD_WIE_CLIENT]) == 0;
}

/* A text of blanks only is empty, and the form's own fields have none around them. */
static void
trim_record(struct record *r)
{
	for (size_t i = 0; i < r->n; i++) {
		struct field *f = &r->fields[i];

		if (head_field(f->name) || f->value[strspn(f->value, " \t\n")] == '\0')
			field_trim(f);
	}
}

static bool
filled_in(const struct record *r)
{
	for (size_t i = 1; i < r->n; i++)
		if (r->fields[i].value[0] != '\0' && !head_field(r->fields[i].name) &&
		    (r->spec == NULL || !form_gives(r->kind, r->fields[i].slot)))
			return true;
	return false;
}

static bool
may_hold(const struct form_reader *f, enum kind kind)
{
	const enum kind *k = f->kinds;

	while (*k != KINDS && *k != kind)
		k++;
	return *k != KINDS;
}

static void
judge_kind(struct form_reader *f, const struct record *r)
{
	struct nearest near;
	struct text why = { 0 };

	nearest_begin(&near, r->name);
	text_addf(&why, _("\"%s\" is no record that this command makes; expected one of"),
	    shown_or_dots(r->name));
	for (const enum kind *k = f->kinds; *k != KINDS; k++) {
		if (schema_kinds[*k].name == NULL)
			continue;
		text_addf(&why, " %s", schema_kinds[*k].name);
		nearest_offer(&near, schema_kinds[*k].name);
	}
	nearest_say(&why, near.best);
	wrong(f, r->line, SCHEMA_RECORD, text_string(&why));
	text_release(&why);
}

/* What can be said of a record before its dossier is known. */
static void
judge(struct form_reader *f, const struct record *r)
{
	long number;

	if (r->n == 0 || strcmp(r->fields[0].name, SCHEMA_RECORD) != 0) {
		wrong(f, r->line, NULL, _("a record of a form begins with the field Record"));
		return;
	}
	if (!may_hold(f, r->kind)) {
		judge_kind(f, r);
		return;
	}
	for (size_t i = 1; i < r->n; i++) {
		const struct field *field = &r->fields[i];

		if (strcmp(field->name, SCHEMA_CLIENT) == 0 && field->value[0] != '\0' &&
		    !schema_client_id(field->value))
			wrong(f, field->line, field->name,
			    _("not an id; expected 1 to 64 of A-Z a-z 0-9 . _ -, "
			    "not beginning with . or -"));
		if (strcmp(field->name, FORM_RECORDS) == 0 &&
		    !(schema_number(field->value, &number) && number > 0))
			wrong(f, field->line, field->name,
			    _("not a number of records; expected it as the form had it"));
		if ((field->slot == SLOT_DOOR || field->slot == SLOT_VASTGELEGD) &&
		    field->value[0] != '\0' && !by_client(field))
			wrong(f, field->line, field->name,
			    _("given by the command, from --by and the clock; "
			    "expected none, or Door: client"));
		if (field->spec == NULL ? !head_field(field->name) :
		    (field->spec->flags & FIELD_REPEATS) != 0)
			continue;
		for (size_t j = 0; j < i; j++)
			if (strcmp(r->fields[j].name, field->name) == 0) {
				wrong(f, field->line, field->name,
				    _("stands twice in the record; expected once"));
				break;
			}
	}
}

static void
take_record(struct form_reader *f, struct record *r)
{
	struct form_reader_record *to;

	trim_record(r);
	judge(f, r);
	f->records = alloc_room(f->records, &f->cap, f->n + 1, sizeof *f->records);
	to = &f->records[f->n++];
	*to = (struct form_reader_record){ .record = *r, .client = "", .touched = filled_in(r) };
	for (size_t i = 1; i < r->n; i++)
		if (strcmp(r->fields[i].name, SCHEMA_CLIENT) == 0)
			to->client = r->fields[i].value;
		else if (strcmp(r->fields[i].name, FORM_RECORDS) == 0 &&
		    !schema_number(r->fields[i].value, &to->shows))
			to->shows = 0;
}

static size_t
check_line(struct records *p, const struct line *line, void *filling)
{
	if (!rec_writable(line->at, line->n))
		wrong(filling, p->lines.number, NULL,
		    _("not UTF-8 text, or a carriage return at its end"));
	return 0;
}

/* The name as the form, the schema or the model writes it, or NULL. */
static const char *
field_typed(const struct schema_kind *kind, const char *name)
{
	static const char *const heads[] = { "Record", "Client", "Records" };
	const struct schema_field *f = kind == NULL ? NULL : schema_field_named(kind, name);

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (schema_same_name(heads[i], name))
			return heads[i];
	return f != NULL ? f->name : NULL;
}

/* By what the names on a form are known; the kind is that of the record being read. */
struct naming {
	const struct schema_kind *kind;
};

/* Writes the names in a line of n bytes as they are; they are as long. */
static void
name_line(char *s, size_t n, void *context)
{
	struct naming *naming = context;
	char *colon = memchr(s, ':', n), *value, *typed;
	size_t length = colon == NULL ? 0 : (size_t)(colon - s);
	const char *name;

	if (length == 0 || strchr("#+%", *s) != NULL)
		return;
	typed = alloc_copy_n(s, length);
	name = field_typed(naming->kind, typed);
	free(typed);
	if (name == NULL || strlen(name) != length)	/* a NUL stands in it */
		return;
	memcpy(s, name, length);
	if (strcmp(name, SCHEMA_RECORD) != 0)
		return;
	value = colon + 1 + strspn(colon + 1, " \t");
	typed = alloc_copy_n(value, strcspn(value, " \t\r\n"));
	naming->kind = schema_kind_named(typed);
	if (naming->kind != NULL)
		memcpy(value, naming->kind->name, strlen(naming->kind->name));
	free(typed);
}

static void
read_records(struct form_reader *f, const char *bytes, size_t n)
{
	struct naming naming = { 0 };
	struct records *p = &f->from;
	struct record done;
	struct field *at;
	char *form;

	if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		bytes += 3;
		n -= 3;
	}
	n -= n > 0 && bytes[n - 1] == '\r';
	form = records_copy(&f->arena, bytes, n);
	records_heads(form, n, name_line, &naming);
	records_begin(p, form, n, false, f->file, &f->problems);
	p->odd = check_line;
	p->context = f;
	while (records_next(p, &done) == RECORDS_ONE)
		take_record(f, &done);
	at = p->fields;
	for (size_t i = 0; i < f->n; i++)
		at = record_place(&f->records[i].record, at);
}

void
form_reader_read(struct form_reader *f, struct cmdline *c, const enum kind *kinds, const char *path)
{
	struct text bytes = { 0 };

	memset(f, 0, sizeof *f);
	f->call = c;
	f->kinds = kinds;
	f->file = path;
	cmdline_reads(c, path);
	if (!file_read_path(path, true, &bytes)) {
		message_unread(path, &bytes);
		exit(2);
	}
	read_records(f, text_string(&bytes), bytes.len);
	text_release(&bytes);
	if (message_problems(&f->problems) == 2)
		exit(2);
}

void
form_reader_release(struct form_reader *f)
{
	records_release(&f->from);
	free(f->records);
	free(f->appended);
	arena_release(&f->arena);
	problems_release(&f->problems);
	fold_release(&f->state);
	fold_release(&f->shown);
}

/*
 * Counts the records of the same client from the i-th on that found no dossier, and settles them.
 */
static size_t
settle_left_over(struct form_reader *f, size_t i)
{
	const char *client = f->records[i].client;
	size_t n = 0;

	for (; i < f->n; i++)
		if (!f->records[i].done && strcmp(f->records[i].client, client) == 0) {
			n += f->records[i].touched;
			f->records[i].done = true;
		}
	return n;
}

/* A form on which nobody wrote is not what was meant. Returns 1 when it is one. */
static int
say_blank(struct form_reader *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->records[i].touched || f->records[i].shows > 0)
			return 0;
	problems_add(&f->problems, PROBLEM_WARNING, "blank", f->file, 0, NULL, f->n == 0 ?
	    _("holds no record of a form; nothing was recorded") :
	    _("nothing is filled in; nothing was recorded"));
	message_problems(&f->problems);
	return 1;
}

/* Says which filled-in records found no dossier. Returns 1 when there are, else 0. */
static int
say_left_over(struct form_reader *f)
{
	int status = say_blank(f);

	for (size_t i = 0; i < f->n; i++) {
		const struct record *r = &f->records[i].record;
		const char *client = f->records[i].client;
		size_t n;

		if (!f->records[i].touched || f->records[i].done)
			continue;
		n = settle_left_over(f, i);
		if (client[0] == '\0')
			problems_add(&f->problems, PROBLEM_ERROR, "left-over", f->file, r->line,
			    SCHEMA_CLIENT,
			    _("empty, and no dossier came; records not recorded: %zu"), n);
		else
			problems_add(&f->problems, PROBLEM_ERROR, "left-over", f->file, r->line,
			    SCHEMA_CLIENT, _("no dossier of %s came; records not recorded: %zu"),
			    client, n);
		message_problems(&f->problems);
		status = 1;
	}
	return status;
}

static int
act(struct dossier *d, void *context)
{
	return form_reader_append(context, d);
}

int
form_reader_run(struct form_reader *f)
{
	int status, left;

	if (strcmp(f->file, "-") == 0 && filter_reads_stdin(f->call))
		message_usage(_("--fill=-: standard input cannot be the form and the "
		    "dossiers; expected files"));
	for (size_t i = 0; i < f->n; i++)
		if (f->records[i].touched && f->records[i].client[0] == '\0' &&
		    f->call->client == NULL && !filter_one_dossier(f->call))
			message_usage(_("%s:%ld: Client is empty; expected an id, or -c ID, or one "
			    "file with one dossier"), f->file, f->records[i].record.line);
	status = filter_run(FILTER_PASS, f->call, act, f, NULL);
	left = say_left_over(f);
	return left > status ? left : status;
}

int
form_reader_from(struct cmdline *c, const enum kind *kinds, const char *path,
    form_reader_remark *remark, form_reader_allow *allow)
{
	struct form_reader f;
	int status;

	form_reader_read(&f, c, kinds, path);
	f.remark = remark;
	f.allow = allow;
	status = form_reader_run(&f);
	form_reader_release(&f);
	return status;
}
