/* SPDX-License-Identifier: ISC */
#include "report_run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "beside.h"
#include "cmdline.h"
#include "count.h"
#include "document_out.h"
#include "filter.h"
#include "message.h"
#include "overview_paper.h"
#include "partial.h"
#include "parts.h"
#include "pseudonym.h"
#include "publish.h"
#include "report.h"
#include "request.h"
#include "roster.h"
#include "tables.h"
#include "trace.h"
#include "unmet.h"

/* What each dossier is shown to; NULL = not to that. */
struct taking {
	struct report *report;
	struct counter *figures;
	struct roster *roster;
	struct trace *trace;
	const struct pseudonym *pseudonym;
	struct partial_ids ids;
};

static int
take(struct dossier *d, void *context)
{
	struct taking *t = context;
	char name[PSEUDONYM_SIZE];
	const char *id = t->pseudonym == NULL ? d->id : pseudonym_of(t->pseudonym, d->id, name);

	report_look(t->report, d);
	partial_ids_add(&t->ids, d->id);
	if (t->figures != NULL)
		count_dossier(t->figures, d, t->roster, id);
	if (t->trace != NULL)
		trace_dossier(t->trace, d, id, t->pseudonym == NULL ? d->file : "");
	return 0;
}

/* Adds up the parts; refuses what may not be published. Returns false after messages. */
static bool
read_parts(const struct cmdline *c, struct report *r, struct tally *tally)
{
	struct text why = { 0 };
	bool good = parts_read(c, r, tally);

	if (good && r->views[VIEW_OVERZICHT] && !report_has_quarters(r)) {
		message(_("-v overzicht: its quarters are not in the parts; "
		    "expected parts made with -v overzicht"));
		good = false;
	}
	if (good && r->min_cell > 0 && !publish_ready(r, &why)) {
		message("%s", text_string(&why));
		good = false;
	}
	text_release(&why);
	return good;
}

/* Shows the dossiers to who counts them, and keeps what became of them. */
static void
read_dossiers(const struct cmdline *c, struct taking *t)
{
	struct report_dossiers *d = &t->report->dossiers;
	struct filter_count count = { 0 };

	partial_ids_begin(&t->ids);
	d->status = filter_run(FILTER_VIEW, c, take, t, &count);
	partial_ids_end(&t->ids, t->report);
	if (t->figures != NULL)
		counter_end(t->figures);
	d->read = count.read;
	d->unreadable = count.unreadable;
	d->doubles = count.doubles;
	d->counted = d->read - d->unreadable - d->doubles;
	for (const char *at = text_string(&count.places); t->pseudonym == NULL && *at != '\0';
	    at = strchr(at, '\n') + 1)
		report_add_unreadable(t->report, at, strcspn(at, "\n"));
	filter_count_release(&count);
}

/* Whether a view is asked for that counts. */
static bool
aggregates(const struct report *r)
{
	for (enum view v = 0; v < VIEWS; v++)
		if (r->views[v] && !view_rows(v))
			return true;
	return false;
}

/* A table of zeros would say that nobody is there. Says so, and that nothing comes of it. */
static bool
nothing_read(const struct cmdline *c, const struct report *r, const struct request *q, int *status)
{
	if (q->partial || (!operands_empty(c->input) && (r->dossiers.counted > 0 ||
	    (r->dossiers.status < 2 && (r->dossiers.read > 0 || !aggregates(r))))))
		return false;
	message(*status == 0 ? _("no dossier was read; nothing was written") :
	    _("nothing was written"));
	*status = *status > 1 ? *status : 1;
	return true;
}

/*
 * A table of one group of everybody would say that nobody has what was misspelt. Where it is, says
 * so.
 */
static bool
name_unmet(const struct report *r, const struct request *q, int *status)
{
	bool unmet = false;

	for (size_t i = 0; i < r->ngroups && !q->partial; i++)
		if (unmet_say(&r->groups[i].attribute, &r->groups[i].sight, "--group") == 2)
			unmet = true;
	if (unmet)
		*status = 2;
	return unmet;
}

/* The overview on paper, by fasen-pdf. */
static bool
draw(const struct cmdline *c, const struct report *r, const struct result_tables *sheets,
    struct output *o)
{
	struct document *d = document_out_at(c, DOCUMENT_PDF, view_title(VIEW_OVERZICHT, r->lang),
	    output_descriptor(o));

	overview_paper(d, sheets, r);
	return document_out_end(d, 0) == 0;
}

/* A period in which nothing is looks like one in which nobody came. */
static void
say_empty(const struct report *r, struct tally *tally)
{
	size_t n;
	const struct tally_entry *const *e = tally_entries(tally, &n);

	for (size_t i = 0; i < r->nperiods; i++) {
		const struct report_period *p = &r->periods[i];
		bool to_come = p->period.from > r->today;
		struct problem empty = { .severity = PROBLEM_WARNING,
		    .field = (char *)p->period.name };
		size_t j = 0;

		while (j < n && (e[j]->key.period != i || e[j]->key.measure == MEASURE_CLIENT))
			j++;
		empty.text = to_come ?
		    _("begins after today, so that nothing is in it yet") :
		    _("nothing that is counted is in it");
		if (p->asked && (to_come || (j == n && aggregates(r))))
			message_problem(&empty);
	}
}

/* Counts, and writes as -T, --partial and -o say. Returns the exit status. */
static int
run(const struct cmdline *c, struct report *r, const struct request *q,
    const struct pseudonym *pseudonym, struct output *o,
    output_workbook *workbook)
{
	struct problems problems = { 0 };
	struct counter figures = { .report = r, .parts = q->partial,
	    .tally = tally_new(q->partial || r->min_cell > 0) };
	struct result_tables sheets = { 0 };
	struct taking t = { .report = r, .pseudonym = pseudonym };
	struct table_writer *table = NULL;
	bool good = true, merged = true, nothing;
	int status;

	if (q->format == OUTPUT_TRACE)
		t.trace = trace_begin(r);
	else
		t.figures = &figures;
	if (r->views[VIEW_SIGNALEN] || r->views[VIEW_CLIENTEN])
		t.roster = roster_new(r);
	if (q->merge)
		merged = read_parts(c, r, figures.tally);
	else
		read_dossiers(c, &t);
	status = merged ? r->dossiers.status : 2;
	nothing = merged && (nothing_read(c, r, q, &status) || name_unmet(r, q, &status));
	if (!nothing && merged && t.figures != NULL && !q->partial)
		say_empty(r, figures.tally);
	if (t.trace != NULL) {
		if (!nothing)
			table = table_open(output_stream(o), TABLE_TSV, c->lang, 0);
		if (!(good = trace_end(t.trace, table)))
			problems_add(&problems, PROBLEM_ERROR, "write", NULL, 0, NULL,
			    _("a temporary file: %s"), problem_errno(errno));
		good = (table == NULL || table_close(table)) && good;
	} else if (nothing || !merged)
		good = false;
	else if (q->partial)
		good = parts_write(output_stream(o), r, figures.tally);
	else {
		report_tables(&sheets, r, figures.tally, t.roster);
		if (sheets.withheld > 0)
			message(_("groups left out for too few persons, "
			    "counted for each period: %zu"), sheets.withheld);
		good = q->format == OUTPUT_PDF ? draw(c, r, &sheets, o) :
		    output_sheets(o, q->format, r, &sheets, workbook, &problems);
	}
	if (t.roster != NULL && q->asked_signals && roster_signals(t.roster) > 0 && status == 0)
		status = 1;
	if (!output_close(o, good && !nothing, &problems) && !nothing)
		status = 2;
	if (message_problems(&problems) == 2)
		status = 2;
	problems_release(&problems);
	results_release(&sheets);
	roster_free(t.roster);
	tally_free(figures.tally);
	counter_release(&figures);
	return status;
}

/* Becomes the program that can write a workbook, with the words of this call. */
static void
become_workbook(char **words)
{
	static const char program[] = "../libexec/fasen/report-xlsx";
	struct text path = { 0 };

	errno = ENOENT;
	if (beside_this(program, &path))
		execv(text_string(&path), words);
	message("%s: %s", path.len > 0 ? text_string(&path) : program, problem_errno(errno));
	exit(2);
}

int
report_run(int argc, char **argv, output_workbook *workbook)
{
	static const char *const usage[] = {
		"[-v VIEW]... [--period=PERIOD]... [-o FILE] "
		    "[-T text|tsv|csv|json|html|xlsx|pdf|trace] [FILE]...",
		"--partial [--period=PERIOD]... [FILE]...",
		"--merge [-v VIEW]... [-T FORMAT] [PART]...", NULL
	};
	static const struct command_option options[] = {
		{ "view", required_argument | COMMAND_REPEATS, 'v', "VIEW",
		    N_("samenvatting, doorstroom, ...; may be repeated") },
		{ "period", required_argument | COMMAND_REPEATS, REQUEST_PERIOD, "PERIOD",
		    N_("2026, 2026-Q3, 2026-09, last-month; may be repeated") },
		{ "from", required_argument, REQUEST_FROM, "DATE", N_("first day of the period") },
		{ "to", required_argument, REQUEST_TO, "DATE", N_("its last day") },
		{ "group", required_argument, REQUEST_GROUP, "NAME,...",
		    N_("tables for each value of attributes or fields") },
		{ "output", required_argument, 'o', "FILE",
		    N_("to FILE, whole or not at all; format by its ending") },
		{ "names", no_argument, REQUEST_NAMES, NULL, N_("with the names of clients") },
		{ "pseudonym", required_argument, REQUEST_PSEUDONYM, "KEYFILE",
		    N_("keyed hashes in place of ids") },
		{ "min-cell", required_argument, REQUEST_MIN_CELL, "N",
		    N_("to be published: nothing of N persons or fewer") },
		{ "ahead", required_argument, REQUEST_AHEAD, "DAYS",
		    N_("in signalen also what is due in so many days") },
		{ "partial", no_argument, REQUEST_PARTIAL, NULL,
		    N_("write counts that --merge adds up") },
		{ "merge", no_argument, REQUEST_MERGE, NULL,
		    N_("operands are partial reports: their report") },
		{ NULL, 0, 0, NULL, NULL }
	};
	const char *views[VIEWS + 1] = { NULL };
	const struct command command = { .name = "fasen-report", .usage = usage,
	    .about = N_("Tells management how clients' trajectories go, from the dossiers alone."),
	    .options = options, .formats = true, .known = true, .views = views };
	struct problems problems = { 0 };
	struct cmdline c;
	struct report r = { 0 };
	struct request q = { 0 };
	struct pseudonym *pseudonym = NULL;
	struct output *o = NULL;
	int key, status = 2;
	char **words = alloc_new((size_t)argc + 1, sizeof *words);

	/* Before getopt puts them in order. */
	memcpy(words, argv, (size_t)argc * sizeof *words);
	for (enum view v = 0; v < VIEWS; v++)
		views[v] = view_name(v);
	cmdline_begin(&c, &command, argc, argv);
	while ((key = cmdline_next(&c)) != -1)
		request_take(&q, key, c.value);
	if (workbook == NULL && request_workbook(&q, &c))
		become_workbook(words);
	free(words);
	cmdline_ready(&c);
	request_settle(&q, &c, &r);
	if (q.keyfile != NULL)
		cmdline_reads(&c, q.keyfile);
	if (q.output != NULL)
		cmdline_refuse_document(&c, "-o", q.output);
	else
		cmdline_refuse_appending();
	if (q.keyfile != NULL)
		pseudonym = pseudonym_read(q.keyfile, &problems);
	if (q.keyfile == NULL || pseudonym != NULL)
		o = output_open(q.output, q.names, &problems);
	message_problems(&problems);
	if (o != NULL)
		status = run(&c, &r, &q, pseudonym, o, workbook);
	problems_release(&problems);
	pseudonym_free(pseudonym);
	report_release(&r);
	request_release(&q);
	return cmdline_end(&c, status);
}
