/* SPDX-License-Identifier: ISC */
#include "view.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "document_out.h"
#include "filter.h"
#include "message.h"
#include "table_out.h"
#include "terminal.h"

void
view_table(struct view *v, const struct cmdline *c, enum table_format format, const char *name,
    const struct table_column *columns, size_t n)
{
	*v = (struct view){ .call = c, .words = format == TABLE_TEXT };
	v->columns = alloc_new(n, sizeof *columns);
	memcpy(v->columns, columns, n * sizeof *columns);
	for (size_t i = 0; i < n; i++)
		if (columns[i].heading != NULL)
			v->columns[i].heading = label(c->lang, columns[i].heading);
	if (!c->handles && strcmp(columns[n - 1].name, VIEW_HANDLES) == 0)
		n--;
	v->table = table_out(c, format);
	table_begin(v->table, name, false, NULL, v->columns, n);
}

void
view_document(struct view *v, const struct cmdline *c, enum document_format format,
    const char *title)
{
	*v = (struct view){ .call = c };
	v->document = document_out(c, format, label(c->lang, title));
}

/* A paper that leaves out what came later says so. */
static void
say_known(const struct view *v)
{
	struct text note = { 0 };
	char day[LABEL_DATE_SIZE];

	text_addf(&note, "%s %s.", label(v->call->lang, "As known on"),
	    label_date(v->call->lang, v->call->known, day));
	document_note(v->document, text_string(&note));
	text_release(&note);
}

static int
see(struct dossier *d, void *view)
{
	struct view *v = view;
	int status;

	if (!fold_day(&v->state, d, v->call->model, v->call->today, v->call->known)) {
		v->to_come = true;
		return 0;
	}
	v->any = true;
	handles_release(&v->handles);
	if (v->call->handles)
		handles_read(&v->handles, d);
	status = v->show(v, v->context);
	if (v->document != NULL && v->call->known != DATE_LAST)
		say_known(v);
	return status;
}

int
view_run(struct view *v, view_show *show, void *context)
{
	v->show = show;
	v->context = context;
	return filter_run(FILTER_VIEW, v->call, see, v, NULL);
}

int
view_end(struct view *v, int status)
{
	char day[DATE_SIZE];

	if (v->document != NULL)
		status = document_out_end(v->document, status);
	if (v->table != NULL) {
		table_end(v->table);
		if (!table_close(v->table))
			status = 2;
	}
	if (v->to_come && !v->any && status == 0) {
		date_format(v->call->today, day);
		if (v->call->known != DATE_LAST)
			message(_("no client was known by the day of --known; nothing is shown"));
		else
			message(_("no client was registered by %s; nothing is shown"), day);
		status = 1;
	}
	free(v->columns);
	handles_release(&v->handles);
	fold_release(&v->state);
	return status;
}

void
view_handle(const struct view *v, const struct record *r)
{
	char handle[HANDLE_SIZE];

	if (v->call->handles)
		table_cell(v->table, r == NULL ? "" : handles_of(&v->handles,
		    (size_t)(r - v->state.dossier->records), handle));
}

struct parts {
	view_part *part;
};

static int
show_part(struct view *v, void *context)
{
	const struct parts *parts = context;

	parts->part(v->document, &v->state);
	return 0;
}

int
view_parts(const struct cmdline *c, enum document_format format, const char *title, view_part *part)
{
	struct parts parts = { part };
	struct view v;

	view_document(&v, c, format, title);
	return view_end(&v, view_run(&v, show_part, &parts));
}

struct picture {
	view_draw *draw;
	const char *field, *nothing;
	struct text svg;
};

static int
show_picture(struct view *v, void *context)
{
	struct picture *p = context;
	const struct dossier *d = v->state.dossier;
	struct problems problems = { 0 };

	if (p->svg.len > 0)
		problems_add(&problems, PROBLEM_ERROR, "one-picture", d->file, d->line, NULL,
		    _("a picture is of one client; %s is left out: use -c"), d->id);
	else if (!p->draw(&p->svg, &v->state, v->call->lang))
		problems_add(&problems, PROBLEM_ERROR, "no-picture", d->file, d->line, p->field,
		    p->nothing, d->id);
	if (problems.n == 0)
		return 0;
	message_problems(&problems);
	problems_release(&problems);
	return FILTER_ATTENTION;
}

int
view_picture(const struct cmdline *c, view_draw *draw, const char *field, const char *nothing)
{
	struct picture p = { .draw = draw, .field = field, .nothing = nothing };
	struct view v = { .call = c };
	int status = view_end(&v, view_run(&v, show_picture, &p));

	if (p.svg.len > 0)
		fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", terminal_out());
	fwrite(text_string(&p.svg), 1, p.svg.len, terminal_out());
	text_release(&p.svg);
	return status;
}
