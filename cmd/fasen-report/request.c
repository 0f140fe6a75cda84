/* SPDX-License-Identifier: ISC */
#include "request.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "message.h"
#include "nearest.h"
#include "publish.h"
#include "rec.h"
#include "shown.h"
#include "text.h"

static void
take_view(struct request *q, const char *name)
{
	enum view v = view_parse(name), other;
	struct nearest near;
	struct text all = { 0 };

	if (v != VIEWS) {
		if (q->views[v])
			message_usage(_("%s=%s is given twice; expected once"), "--view", name);
		q->views[v] = q->any_view = true;
		return;
	}
	nearest_begin(&near, name);
	for (other = 0; other < VIEWS; other++) {
		nearest_offer(&near, view_name(other));
		text_addf(&all, " %s", view_name(other));
	}
	if (near.best != NULL)
		message_usage(_("-v: no view \"%s\"; did you mean %s?"), shown_or_dots(name),
		    near.best);
	message_usage(_("-v: no view \"%s\"; expected one of%s"), shown_or_dots(name),
	    text_string(&all));
}

void
request_take(struct request *q, int key, const char *value)
{
	char *end;

	switch (key) {
	case 'v': take_view(q, value); break;
	case 'o': q->output = value; break;
	case REQUEST_PERIOD:
		q->periods = alloc_room(q->periods, &q->periods_cap, q->nperiods + 1,
		    sizeof *q->periods);
		q->periods[q->nperiods++] = value;
		break;
	case REQUEST_FROM:
		q->from = cmdline_date("--from", value);
		q->has_from = true;
		break;
	case REQUEST_TO:
		q->to = cmdline_date("--to", value);
		q->has_to = true;
		break;
	case REQUEST_GROUP: q->groups = value; break;
	case REQUEST_NAMES: q->names = true; break;
	case REQUEST_PSEUDONYM: q->keyfile = value; break;
	case REQUEST_MIN_CELL:
		q->min_cell = strtol(value, &end, 10);
		if (end == value || *end != '\0' || q->min_cell < 5 || q->min_cell > 1000000 ||
		    q->min_cell % 5 != 0)
			message_usage(_("--min-cell: expected a multiple of 5, such as 10"));
		break;
	case REQUEST_AHEAD:
		q->ahead = cmdline_ahead(value);
		break;
	case REQUEST_PARTIAL: q->partial = true; break;
	case REQUEST_MERGE: q->merge = true; break;
	}
}

bool
request_workbook(const struct request *q, const struct cmdline *c)
{
	enum output_format format;

	return (c->format != NULL ? output_format_parse(c->format, &format) :
	    q->output != NULL && output_format_of(q->output, &format)) && format == OUTPUT_XLSX;
}

static void
clash(const char *option, const char *with, bool given)
{
	if (given)
		message_usage(_("%s has no effect with %s"), option, with);
}

static void
settle_format(struct request *q, const struct cmdline *c)
{
	if (c->format != NULL && !output_format_parse(c->format, &q->format))
		message_usage(_("-T: no format \"%s\"; expected text, tsv, csv, "
		    "json, html, xlsx, pdf or trace"), shown_or_dots(c->format));
	if (c->format == NULL && q->output != NULL && !q->partial &&
	    !output_format_of(q->output, &q->format))
		message_usage(_("-o: the ending of the name says no format; expected .txt, .tsv, "
		    ".csv, .json, .html, .xlsx or .pdf, or -T"));
	if (q->format == OUTPUT_XLSX && q->output == NULL && isatty(STDOUT_FILENO))
		message_usage(_("-T xlsx: a workbook is nothing for a terminal; expected -o FILE"));
}

/* Parts have what they count for any view; the quarters of overzicht when it is asked for. */
static bool
only_overview(const struct request *q)
{
	bool only = true;

	for (enum view v = 0; v < VIEWS; v++)
		only = only && q->views[v] == (v == VIEW_OVERZICHT);
	return only;
}

static void
settle_clashes(const struct request *q, const struct cmdline *c)
{
	bool rows = q->views[VIEW_SIGNALEN] || q->views[VIEW_CLIENTEN];
	bool trace = q->format == OUTPUT_TRACE;

	clash("--from", "--period", q->nperiods > 0 && q->has_from);
	clash("--to", "--period", q->nperiods > 0 && q->has_to);
	clash("-v", "--partial", q->partial && q->any_view && !only_overview(q));
	clash("-T", "--partial", q->partial && c->format != NULL);
	clash("--names", "--partial", q->partial && q->names && q->groups == NULL);
	clash("--pseudonym", "--partial", q->partial && q->keyfile != NULL);
	clash("--min-cell", "--partial", q->partial && q->min_cell > 0);
	clash("--period", "--merge", q->merge && q->nperiods > 0);
	clash("--from", "--merge", q->merge && q->has_from);
	clash("--to", "--merge", q->merge && q->has_to);
	clash("--known", "--merge", q->merge && c->known != DATE_LAST);
	clash("--group", "--merge", q->merge && q->groups != NULL);
	clash("--names", "--merge", q->merge && q->names);
	clash("--pseudonym", "--merge", q->merge && q->keyfile != NULL);
	clash("-c", "--merge", q->merge && c->client != NULL);
	if (q->merge && rows)
		message_usage(_("--merge: signalen and clienten are made from dossiers, "
		    "not from partial reports"));
	clash("-T trace", "--merge", q->merge && trace);
	if (trace && rows)
		message_usage(_("-T trace: signalen and clienten have no figures to follow"));
	if (q->min_cell > 0 && rows)
		message_usage(_("--min-cell: signalen and clienten tell of each client, "
		    "which is not published"));
	if (q->min_cell > 0 && q->views[VIEW_OVERZICHT])
		message_usage(_("--min-cell: overzicht has quarters beside the period, "
		    "and their difference would tell of few"));
	if (q->format == OUTPUT_PDF && !only_overview(q))
		message_usage(_("-T pdf: only overzicht is drawn for paper; "
		    "expected -v overzicht"));
	clash("--min-cell", "-T trace", q->min_cell > 0 && trace);
	clash("--names", "--pseudonym", q->names && q->keyfile != NULL);
}

static int
by_begin(const void *a, const void *b)
{
	const struct period *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return x->to < y->to ? -1 : x->to > y->to;
}

/* The periods in order of time. */
static void
settle_periods(const struct request *q, struct report *r)
{
	struct period *all = alloc_new(q->nperiods + 1, sizeof *all);
	size_t i, j;

	for (i = 0; i < q->nperiods; i++) {
		if (!period_parse(q->periods[i], r->today, &all[i]))
			message_usage(_("--period: \"%s\" is no period; expected 2026, 2026-H1, "
			    "2026-Q3, 2026-09, 2026-W14, or this- or last- with year, half, "
			    "quarter, month or week"),
			    shown_or_dots(q->periods[i]));
		for (j = 0; j < i; j++)
			if (all[j].from == all[i].from && all[j].to == all[i].to)
				message_usage(_("--period: %s and %s are the same days; "
				    "expected them once"), q->periods[j], q->periods[i]);
	}
	qsort(all, q->nperiods, sizeof *all, by_begin);
	for (i = 0; i < q->nperiods; i++)
		report_add_period(r, &all[i]);
	if (q->nperiods == 0) {
		date from = q->has_from ? q->from : DATE_NONE;

		all[0] = period_of(from, q->has_to ? q->to : from > r->today ? from : r->today);
		if (all[0].from > all[0].to)
			message_usage(_("--from lies after the end of the period"));
		report_add_period(r, &all[0]);
	}
	free(all);
}

/* Whether its values would tell who the clients are: a private field, or an id, once theirs. */
static bool
identifies(const struct attribute *a)
{
	if (a->field == NULL)
		return strcmp(a->name, COL_CLIENT) == 0 || strcmp(a->name, "id") == 0;
	if (a->spec == NULL)
		return false;
	return a->spec->type == FIELD_ID || a->spec->slot == CLIENT_VERVANGT_EXTERN ||
	    (a->spec->flags & FIELD_PRIVATE && a->spec->slot != CLIENT_VERWIJZER);
}

/* Returns whether it is one that identifies. */
static bool
add_group(const struct request *q, struct report *r, const char *name)
{
	struct attribute a;
	struct text why = { 0 };

	if (!attribute_find(&a, name, r->model, &r->arena, &why))
		message_usage("--group=%s: %s", shown_or_dots(name), text_string(&why));
	if (!attribute_single(&a))
		message_usage(_("--group=%s: a client can have several at once; "
		    "expected an attribute of one value, or a field of client"), name);
	if (identifies(&a) && !q->names)
		message_usage(_("--group=%s would tell who the clients are; "
		    "expected --names with it"), name);
	if (!report_add_group(r, &a))
		message_usage(_("--group: %s stands there twice"), name);
	return identifies(&a);
}

/* Returns whether a field that identifies is among them. */
static bool
settle_groups(const struct request *q, struct report *r)
{
	char *list = alloc_copy(q->groups == NULL ? "" : q->groups), *name = list, *comma;
	bool private = false;

	while (q->groups != NULL && name != NULL) {
		comma = strchr(name, ',');
		if (comma != NULL)
			*comma++ = '\0';
		private = add_group(q, r, name) || private;
		name = comma;
	}
	free(list);
	return private;
}

/* All aggregate views when none is asked for; in a workbook or page the rows too. */
static void
settle_views(const struct request *q, struct report *r)
{
	bool rows = (q->format == OUTPUT_XLSX || q->format == OUTPUT_HTML) &&
	    q->min_cell == 0 && !q->merge;
	enum view v;

	for (v = 0; v < VIEWS; v++)
		r->views[v] = q->any_view ? q->views[v] :
		    v != VIEW_OVERZICHT && (!view_rows(v) || rows);
	if (q->partial)
		r->views[VIEW_SIGNALEN] = r->views[VIEW_CLIENTEN] = false;
}

void
request_settle(struct request *q, const struct cmdline *c, struct report *r)
{
	struct text why = { 0 };
	bool private;

	settle_format(q, c);
	settle_clashes(q, c);
	r->model = c->model;
	r->lang = c->lang;
	r->today = c->today;
	r->known = c->known;
	r->names = q->names;
	r->min_cell = q->min_cell;
	r->ahead = q->ahead;
	settle_views(q, r);
	if (q->ahead > 0 && !r->views[VIEW_SIGNALEN])
		message_usage(_("--ahead has no effect without -v signalen"));
	q->asked_signals = q->views[VIEW_SIGNALEN];
	if (q->merge)
		return;
	settle_periods(q, r);
	if (r->views[VIEW_OVERZICHT])
		report_add_quarters(r);
	private = settle_groups(q, r);
	if (r->min_cell > 0 && !publish_ready(r, &why))
		message_usage("%s", text_string(&why));
	if (q->names && !private && !r->views[VIEW_SIGNALEN] && !r->views[VIEW_CLIENTEN])
		message_usage(_("--names has no effect: none of these views names clients"));
	if (q->keyfile != NULL && q->format != OUTPUT_TRACE && !r->views[VIEW_SIGNALEN] &&
	    !r->views[VIEW_CLIENTEN])
		message_usage(_("--pseudonym has no effect: none of these views has ids"));
}

void
request_release(struct request *q)
{
	free(q->periods);
	q->periods = NULL;
}
