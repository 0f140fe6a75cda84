#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "call.h"
#include "figures.h"
#include "filter.h"
#include "message.h"
#include "report.h"

enum { WIDTH = 80 };

static int
take(struct dossier *d, void *context)
{
	figures_count(context, d);
	return 0;
}

int
main(int argc, char **argv)
{
	static const char *const usage[] = { "[OPTION]... [FILE|DIRECTORY]...", NULL };
	static const struct call_option options[] = {
		{ "view", required_argument, 'v', "NAME", N_("one view; may be repeated") },
		{ NULL, 0, 0, NULL, NULL }
	};
	static const struct command command = {
		"fasen-report", usage, N_("Tells management how things go, from dossiers alone."), options, NULL,
		false, true, false
	};
	struct call c;
	struct report r = { 0 };
	struct figures f = { 0 };
	struct sheets sheets = { 0 };
	struct period p;
	enum table_format format = TABLE_TEXT;
	enum view v;
	int status;

	call_begin(&c, &command, argc, argv);
	while (call_next(&c) != -1)
		if ((v = view_parse(c.value)) != VIEWS)
			r.views[v] = true;
	call_ready(&c);
	if (c.format != NULL)
		table_format_parse(c.format, &format);
	r.model = c.model;
	r.lang = c.lang;
	r.today = c.today;
	r.known = DATE_LAST;
	p = period_of(DATE_NONE, c.today);
	report_add_period(&r, &p);
	for (v = 0; v < VIEW_SIGNALEN; v++)
		r.views[v] = true;
	f.report = &r;
	f.tally = tally_new();
	status = view_run(&c, take, &f);
	build_sheets(&sheets, &r, f.tally, NULL);
	sheets_write(&sheets, stdout, format, WIDTH, "signalen");
	sheets_release(&sheets);
	tally_free(f.tally);
	figures_release(&f);
	report_release(&r);
	return call_end(&c, status);
}
