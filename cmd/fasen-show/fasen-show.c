/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "dolls.h"
#include "message.h"
#include "network.h"
#include "period.h"
#include "show.h"
#include "shown.h"
#include "view.h"

enum { KEY_WITHOUT = 256, KEY_SINCE, KEY_TEAM, KEY_WORKER, KEY_BY_WORKER, KEY_AHEAD };

enum { AHEAD_DEFAULT = 14 };

enum what { TIMELINE, LIST, AGENDA, COPY, JOURNEY, SHARING, NETWORK, STRENGTHS, VIEWS };

static const char *const views[VIEWS] = { "tijdlijn", "lijst", "agenda", "dossier", "reiskaart",
	"toestemming", "netwerk", "krachten" };

static enum what
read_what(const char *word)
{
	size_t i;

	for (i = 0; i < VIEWS; i++)
		if (strcmp(views[i], word) == 0)
			return (enum what)i;
	message_usage(_("-v: \"%s\" is no view; expected lijst, agenda, tijdlijn, "
	    "dossier, reiskaart, toestemming, netwerk or krachten"), shown_or_dots(word));
}

/* Text is a table only where the view is one. */
static int
show(struct showing *asked, enum what view, const char *word, bool without)
{
	const struct cmdline *c = asked->call;
	enum table_format table;
	enum document_format document;
	bool rows = table_format_parse(word, &table),
	    pages = document_format_parse(word, &document);

	if (strcmp(word, "svg") == 0 && view == JOURNEY)
		return show_journey_svg(c);
	if (strcmp(word, "svg") == 0 && view == NETWORK)
		return view_picture(c, network_svg, schema_kinds[KIND_NETWERK].name,
		    _("%s has nobody to show"));
	if (strcmp(word, "svg") == 0 && view == STRENGTHS)
		return view_picture(c, dolls_svg, NULL, NULL);
	if (!rows && !pages && strcmp(word, "svg") != 0)
		message_usage(_("-T: \"%s\" is no format; expected text, html, pdf, "
		    "ms, tsv, csv, json or svg"), shown_or_dots(word));
	if (view == LIST && rows)
		return show_list_table(asked, table);
	if (view == LIST && pages)
		return show_list_document(asked, document);
	if (view == AGENDA && rows)
		return show_agenda_table(asked, table);
	if (view == AGENDA && pages)
		return show_agenda_document(asked, document);
	if (view == TIMELINE && pages)
		return show_timeline_document(asked, document);
	if (view == TIMELINE && rows)
		return show_timeline_table(asked, table);
	if (view == COPY && pages)
		return show_copy(c, document, without);
	if (view == JOURNEY && pages)
		return show_journey_document(c, document);
	if (view == SHARING && rows)
		return show_sharing(c, table);
	if (view == SHARING && pages)
		return show_sharing_document(c, document);
	if (view == NETWORK && pages)
		return view_parts(c, document, "Network", network_view);
	if (view == STRENGTHS && pages)
		return view_parts(c, document, "Strengths", dolls_view);
	message_usage(_("-v %s does not come as %s"), views[view], word);
}

/* A day, or the first one of a period. */
static date
read_since(const char *word, date today)
{
	struct period period;
	date day = date_parse(word);

	if (day == DATE_NONE && period_parse(word, today, &period))
		day = period.from;
	if (day == DATE_NONE)
		message_usage(_("--since: expected a date or a period, such as 2026-11-01, "
		    "today-7, last-week or 2026-Q3"));
	return day;
}

/* An option of another view has no effect. */
static void
refuse_idle(const struct showing *asked, enum what view, const char *since)
{
	const char *what = NULL, *with = "-v agenda";

	if (view != AGENDA)
		what = asked->by_worker ? "--by-worker" : asked->ahead > 0 ? "--ahead" : NULL;
	if (what == NULL && since != NULL && view != TIMELINE) {
		what = "--since";
		with = "-v tijdlijn";
	}
	if (what == NULL && (asked->team != NULL || asked->worker != NULL) && view > AGENDA) {
		what = asked->team != NULL ? "--team" : "--begeleider";
		with = "-v tijdlijn, lijst or agenda";
	}
	if (what != NULL)
		message_usage(_("%s has no effect without %s"), what, with);
}

int
main(int argc, char **argv)
{
	static const char *const usage[] = {
		"[-v tijdlijn|agenda|lijst] [OPTION...] "
		    "[-T text|html|pdf|ms|tsv|csv|json] [FILE...]",
		"-v dossier [--without=netwerk] [-T text|html|pdf|ms] [FILE...]",
		"-v reiskaart|netwerk|krachten [-T svg|html|text|pdf|ms] [FILE...]",
		"-v toestemming [-T text|html|pdf|ms|tsv|csv|json] [FILE...]",
		NULL
	};
	static const struct command_option options[] = {
		{ "view", required_argument, 'v', "VIEW",
		    N_("tijdlijn (the default), lijst, agenda, dossier, reiskaart, toestemming, "
		    "netwerk or krachten") },
		{ "since", required_argument, KEY_SINCE, "DATE",
		    N_("with -v tijdlijn: what is of that day or later, or of a period such as "
		    "last-week") },
		{ "by-worker", no_argument, KEY_BY_WORKER, NULL,
		    N_("with -v agenda: by support worker, not by client") },
		{ "ahead", required_argument, KEY_AHEAD, "DAYS",
		    N_("with -v agenda: so many days; 14 if not given") },
		{ "team", required_argument, KEY_TEAM, "NAME",
		    N_("with these three: only clients of the team") },
		{ "begeleider", required_argument, KEY_WORKER, "NAME",
		    N_("the same: only clients of the support worker") },
		{ "without", required_argument, KEY_WITHOUT, "netwerk",
		    N_("with -v dossier: leave third parties out") },
		{ NULL, 0, 0, NULL, NULL }
	};
	static const struct command command = {
		.name = "fasen-show", .usage = usage, .options = options, .formats = true,
		.handles = true, .known = true,
		.about = N_("Shows dossiers to people: who there is, what happened, the copy for "
		    "the client, the journey on a page."),
	};
	struct cmdline call;
	struct showing asked = { .call = &call, .since = DATE_NONE };
	const char *view = NULL, *since = NULL;
	bool without = false;
	enum what chosen;
	int key;

	cmdline_begin(&call, &command, argc, argv);
	while ((key = cmdline_next(&call)) != -1)
		if (key == 'v')
			view = call.value;
		else if (key == KEY_SINCE)
			since = call.value;
		else if (key == KEY_TEAM)
			asked.team = call.value;
		else if (key == KEY_WORKER)
			asked.worker = call.value;
		else if (key == KEY_BY_WORKER)
			asked.by_worker = true;
		else if (key == KEY_AHEAD)
			asked.ahead = cmdline_ahead(call.value);
		else if (strcmp(call.value, schema_kinds[KIND_NETWERK].name) == 0)
			without = true;
		else
			message_usage(_("--without: expected netwerk"));
	if (call.format == NULL)
		call.format = "text";
	chosen = view != NULL ? read_what(view) : strcmp(call.format, "svg") == 0 ? JOURNEY :
	    TIMELINE;
	if (without && chosen != COPY)
		message_usage(_("--without has no effect without -v dossier"));
	if (chosen != TIMELINE && chosen != COPY && chosen != SHARING) {
		struct text with = { 0 };

		text_addf(&with, "-v %s", views[chosen]);
		cmdline_no_handles(&call, text_string(&with));
		text_release(&with);
	}
	if (chosen == COPY)
		cmdline_no_known(&call, "-v dossier");
	refuse_idle(&asked, chosen, since);
	cmdline_ready(&call);
	if (since != NULL)
		asked.since = read_since(since, call.today);
	if (asked.ahead == 0)
		asked.ahead = AHEAD_DEFAULT;
	return cmdline_end(&call, show(&asked, chosen, call.format, without));
}
