#include <string.h>

#include "document_run.h"
#include "label.h"
#include "message.h"
#include "network.h"
#include "show.h"

enum { KEY_WITHOUT = 256 };

enum view { TIMELINE, LIST, COPY, JOURNEY, SHARING, NETWORK, VIEWS };

static const char *const views[VIEWS] = { "tijdlijn", "lijst", "dossier", "reiskaart",
	"toestemming", "netwerk" };

static enum view
read_view(const char *word)
{
	size_t i;

	for (i = 0; i < VIEWS; i++)
		if (strcmp(views[i], word) == 0)
			return (enum view)i;
	message_usage(_("-v: \"%s\" is no view; expected lijst, tijdlijn, dossier, "
	    "reiskaart, toestemming or netwerk"), word);
}

/* Text is a table only where the view is one. */
static int
show(const struct cmdline *c, enum view view, const char *word, bool without)
{
	enum table_format table;
	enum document_format document;
	bool rows = table_format_parse(word, &table),
	    pages = document_format_parse(word, &document);

	if (strcmp(word, "svg") == 0 && view == JOURNEY)
		return show_journey_svg(c);
	if (strcmp(word, "svg") == 0 && view == NETWORK)
		return show_network_svg(c);
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
		return document_run(c, document, label(c->lang, "Network"), network_view);
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
	static const struct cmdline_option options[] = {
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
	enum view chosen;
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
	chosen = view != NULL ? read_view(view) : strcmp(call.format, "svg") == 0 ? JOURNEY :
	    TIMELINE;
	if (without && chosen != COPY)
		message_usage(_("--without has no effect without -v dossier"));
	if (chosen == LIST || chosen == JOURNEY)
		cmdline_no_handles(&call, chosen == LIST ? "-v lijst" : "-v reiskaart");
	cmdline_ready(&call);
	return cmdline_end(&call, show(&call, chosen, call.format, without));
}
