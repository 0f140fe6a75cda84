#include <string.h>

#include "message.h"
#include "network.h"
#include "show.h"
#include "view.h"

enum { KEY_WITHOUT = 256 };

enum what { TIMELINE, LIST, COPY, JOURNEY, SHARING, NETWORK, VIEWS };

static const char *const views[VIEWS] = { "tijdlijn", "lijst", "dossier", "reiskaart",
	"toestemming", "netwerk" };

static enum what
read_what(const char *word)
{
	size_t i;

	for (i = 0; i < VIEWS; i++)
		if (strcmp(views[i], word) == 0)
			return (enum what)i;
	message_usage(_("-v: \"%s\" is no view; expected lijst, tijdlijn, dossier, "
	    "reiskaart, toestemming or netwerk"), word);
}

/* Text is a table only where the view is one. */
static int
show(const struct cmdline *c, enum what view, const char *word, bool without)
{
	enum table_format table;
	enum document_format document;
	bool rows = table_format_parse(word, &table),
	    pages = document_format_parse(word, &document);

	if (strcmp(word, "svg") == 0 && view == JOURNEY)
		return show_journey_svg(c);
	if (strcmp(word, "svg") == 0 && view == NETWORK)
		return view_picture(c, network_svg, schema_kinds[KIND_NETWERK].name,
		    _("%s has nobody to show"));
	if (!rows && !pages && strcmp(word, "svg") != 0)
		message_usage(_("-T: \"%s\" is no format; expected text, html, pdf, "
		    "ms, tsv, csv, json or svg"), word);
	if (view == LIST && rows)
		return show_list_table(c, table);
	if (view == LIST && pages)
		return show_list_document(c, document);
	if (view == TIMELINE && pages)
		return show_timeline_document(c, document);
	if (view == TIMELINE && rows)
		return show_timeline_table(c, table);
	if (view == COPY && pages)
		return show_copy(c, document, without);
	if (view == JOURNEY && pages)
		return show_journey_document(c, document);
	if (view == SHARING && rows)
		return show_sharing(c, table);
	if (view == NETWORK && pages)
		return view_parts(c, document, "Network", network_view);
	message_usage(_("-v %s does not come as %s"), views[view], word);
}

int
main(int argc, char **argv)
{
	static const char *const usage[] = {
		"[-v tijdlijn|lijst] [-T text|html|pdf|ms|tsv|csv|json] [FILE...]",
		"-v dossier [--without=netwerk] [-T text|html|pdf|ms] [FILE...]",
		"-v reiskaart|netwerk [-T svg|html|text|pdf|ms] [FILE...]",
		"-v toestemming [-T text|tsv|csv|json] [FILE...]",
		NULL
	};
	static const struct command_option options[] = {
		{ "view", required_argument, 'v', "VIEW",
		    N_("tijdlijn (the default), lijst, dossier, reiskaart, toestemming "
		    "or netwerk") },
		{ "without", required_argument, KEY_WITHOUT, "netwerk",
		    N_("with -v dossier: leave third parties out") },
		{ NULL, 0, 0, NULL, NULL }
	};
	static const struct command command = {
		.name = "fasen-show", .usage = usage, .options = options, .formats = true,
		.handles = true,
		.about = N_("Shows dossiers to people: who there is, what happened, the copy for "
		    "the client, the journey on a page."),
	};
	struct cmdline call;
	const char *view = NULL;
	bool without = false;
	enum what chosen;
	int key;

	cmdline_begin(&call, &command, argc, argv);
	while ((key = cmdline_next(&call)) != -1)
		if (key == 'v')
			view = call.value;
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
	if (chosen == LIST || chosen == JOURNEY || chosen == NETWORK)
		cmdline_no_handles(&call, chosen == LIST ? "-v lijst" : chosen == JOURNEY ?
		    "-v reiskaart" : "-v netwerk");
	cmdline_ready(&call);
	return cmdline_end(&call, show(&call, chosen, call.format, without));
}
