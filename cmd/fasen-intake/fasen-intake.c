/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "cmdline.h"
#include "filter.h"
#include "form_fill.h"
#include "import.h"
#include "map_files.h"
#include "message.h"
#include "preview.h"
#include "record_one.h"
#include "register_one.h"
#include "text.h"

enum {
	KEY_CSV = 256, KEY_ID, KEY_ID_PREFIX, KEY_KNOWN_IN, KEY_MAP, KEY_MAP_FILE, KEY_DELIMITER,
	    KEY_ENCODING,
	KEY_DATE_FORMAT, KEY_REJECTS, KEY_UPDATE, KEY_TEMPLATE, KEY_AMEND, KEY_DECIDE, KEY_AGREE,
	    KEY_REFUSE,
	KEY_FORM, KEY_FILL, KEY_REPORT, KEY_PREVIEW, KEY_TEMPLATE_MAP, KEY_INDICATION
};

static const struct command_option options[] = {
	{ "directory", required_argument, 'd', "DIR",
	    N_("make DIR/ID.rec of each client and print the path") },
	{ "id", required_argument, KEY_ID, "ID",
	    N_("id of the client; a year and a number if not given") },
	{ "id-prefix", required_argument, KEY_ID_PREFIX, "PREFIX",
	    N_("ids given begin with PREFIX, not with the year") },
	{ "known-in", required_argument | COMMAND_REPEATS, KEY_KNOWN_IN, "DIR",
	    N_("clients in DIR are known too; may be repeated") },
	{ "csv", no_argument, KEY_CSV, NULL, N_("register the rows of CSV files") },
	{ "map", required_argument | COMMAND_REPEATS, KEY_MAP, "COL[+COL...]=FIELD",
	    N_("columns that fill a field; may be repeated") },
	{ "map-file", required_argument | COMMAND_REPEATS, KEY_MAP_FILE, "FILE",
	    N_("such pairs, values, code tables; may be repeated") },
	{ "delimiter", required_argument, KEY_DELIMITER, "CHAR",
	    N_("what stands between columns, or tab; else found") },
	{ "encoding", required_argument, KEY_ENCODING, "NAME",
	    N_("character set, such as CP1252; else UTF-8") },
	{ "date-format", required_argument, KEY_DATE_FORMAT, "dmy|mdy|ymd",
	    N_("order of dates; else YYYY-MM-DD") },
	{ "rejects", required_argument, KEY_REJECTS, "FILE",
	    N_("rows that are not taken, with line and reason") },
	{ "report", required_argument, KEY_REPORT, "FILE",
	    N_("what became of the rows, as tsv") },
	{ "update", no_argument, KEY_UPDATE, NULL, N_("record what changed for known clients") },
	{ "quiet", no_argument, 'q', NULL,
	    N_("no counts when nothing happened, as from cron") },
	{ "template", no_argument, KEY_TEMPLATE, NULL,
	    N_("print a CSV header with every field of client") },
	{ "preview", no_argument, KEY_PREVIEW, NULL,
	    N_("show what an import would make of each column") },
	{ "template-map", no_argument, KEY_TEMPLATE_MAP, NULL,
	    N_("print a map file for the columns, to begin with") },
	{ "amend", no_argument, KEY_AMEND, NULL, N_("record changed fields of client") },
	{ "decide", required_argument, KEY_DECIDE, "DECISION",
	    N_("record the decision on the registration") },
	{ "agree", required_argument, KEY_AGREE, "WHAT", N_("record an agreement") },
	{ "refuse", required_argument, KEY_REFUSE, "WHAT", N_("record a refusal") },
	{ "indication", no_argument, KEY_INDICATION, NULL,
	    N_("record what the municipality pays for, until when") },
	{ "form", optional_argument, KEY_FORM, "KIND",
	    N_("print a form: empty, or with what the dossiers hold") },
	{ "fill", required_argument, KEY_FILL, "FILE",
	    N_("record a filled-in form; a new client is registered") },
	{ NULL, 0, 0, NULL, NULL }
};

static const enum kind kinds[] = { KIND_CLIENT, KIND_INTAKE, KIND_AKKOORD, KIND_INDICATIE,
	KINDS };

static const char *const usage[] = {
	"[-n] [-d DIR] [--id ID] --naam=TEXT --hulpvraag=TEXT [--FIELD=VALUE ...]",
	"--csv [-n] [-d DIR] [--map ...] [--map-file FILE] [--rejects FILE] "
	    "[--update] [-q] [FILE ...]",
	"--amend --FIELD=VALUE ... [-in] [-c ID] [FILE ...]",
	"--decide DECISION [--reden TEXT] [-in] [-c ID] [FILE ...]",
	"--agree|--refuse WHAT --wie WHO [--met TEXT] [--afspraak TEXT ...] "
	    "[-in] [-c ID] [FILE ...]",
	"--indication --product TEXT --van DATE [--tot DATE ...] [-in] [-c ID] [FILE ...]",
	"--template [--delimiter CHAR]",
	"--form[=KIND] [-T html|pdf] [-c ID] [FILE ...]",
	"--fill FORM [-d DIR] [-in] [-c ID] [FILE ...]",
	NULL
};

static const struct command_verb verbs[] = {
	{ KEY_AMEND, KIND_CLIENT, SLOT_NONE, SLOT_NONE, NULL },
	{ KEY_DECIDE, KIND_INTAKE, INTAKE_BESLUIT, SLOT_NONE, NULL },
	{ KEY_AGREE, KIND_AKKOORD, AKKOORD_WAAROP, AKKOORD_AKKOORD, NULL },
	{ KEY_REFUSE, KIND_AKKOORD, AKKOORD_WAAROP, AKKOORD_AKKOORD, NULL },
	{ KEY_INDICATION, KIND_INDICATIE, SLOT_NONE, SLOT_NONE, NULL },
	{ KEY_CSV, KIND_OTHER, SLOT_NONE, SLOT_NONE,
	    "known-in map map-file delimiter encoding date-format rejects report "
	    "update quiet preview template-map" },
	{ KEY_TEMPLATE, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ KEY_FORM, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ KEY_FILL, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ 0, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL }
};

static const struct command command = {
	.name = "fasen-intake",
	.usage = usage,
	.about = N_("Registers clients, one by one or from CSV files, and records "
	    "decisions and agreements."),
	.options = options,
	.verbs = verbs,
	.kinds = kinds,
	.filter = true,
	.formats = true,
};

static char
read_delimiter(const char *s)
{
	if (strcmp(s, "tab") == 0)
		return '\t';
	if (strlen(s) != 1 || (unsigned char)*s >= 127 || strchr("\"\r\n ", *s) != NULL ||
	    (*s >= '0' && *s <= '9') || (*s >= 'A' && *s <= 'Z') || (*s >= 'a' && *s <= 'z'))
		message_usage(_("--delimiter: expected one mark, such as ; or , or the word tab"));
	return *s;
}

static enum date_order
read_order(const char *s)
{
	if (strcmp(s, "dmy") == 0)
		return DATE_DMY;
	if (strcmp(s, "mdy") == 0)
		return DATE_MDY;
	if (strcmp(s, "ymd") != 0)
		message_usage(_("--date-format: \"%s\" is none; expected dmy, mdy or ymd"), s);
	return DATE_YMD;
}

/* A header that --csv reads by itself: the id and every field of client. */
static int
print_template(const struct cmdline *c, char delimiter)
{
	const struct schema_field *f;

	cmdline_records_nothing(c);
	if (c->noperands > 0 || c->files0 != NULL || c->client != NULL)
		message_usage(_("--template reads no files"));
	cmdline_all_used(c, "--template");
	printf("%s", MAPPING_ID);
	for (f = schema_next(&schema_kinds[KIND_CLIENT], NULL); f != NULL;
	    f = schema_next(&schema_kinds[KIND_CLIENT], f))
		printf("%c%s", delimiter != 0 ? delimiter : ';', f->name);
	printf("\r\n");
	return 0;
}

static int
append(struct dossier *d, void *recording)
{
	return record_one_append(recording, d);
}

/* One record for each dossier that passes: a verb of this command with the fields of its kind. */
static int
record(struct cmdline *c)
{
	const struct cmdline_verb *v = &c->verb;
	bool answers = v->key == KEY_AGREE || v->key == KEY_REFUSE;
	enum kind kind = v->row->kind;
	enum slot slot = v->row->slot;
	struct record_one r;
	int status;

	if (v->key == KEY_AMEND && c->nfields == 0)
		message_usage(_("--amend asks for fields of client, such as --team"));
	if (slot != SLOT_NONE && (cmdline_field(c, kind, slot) != NULL ||
	    (answers && cmdline_field(c, kind, AKKOORD_AKKOORD) != NULL)))
		message_usage(_("%s says by itself what was decided or agreed; "
		    "expected no option for that"), v->option);
	record_one_begin(&r, c, kind);
	if (slot != SLOT_NONE)
		draft_put(&r.draft, slot, v->value);
	if (answers)
		draft_put(&r.draft, AKKOORD_AKKOORD,
		    AKKOORD_words[v->key == KEY_AGREE ? AKKOORD_JA : AKKOORD_NEE]);
	record_one_ready(&r, v->option);
	status = filter_run(FILTER_PASS, c, append, &r, NULL);
	record_one_release(&r);
	return status;
}

/* What registering has no use for. */
static void
registers(const struct cmdline *c, bool reads)
{
	if (c->in_place || c->all || c->client != NULL)
		message_usage(_("%s has no effect on registering; -d says where new dossiers go"),
		    c->in_place ? "-i" : c->all ? "--all" : "-c");
	if (!reads && (c->noperands > 0 || c->files0 != NULL))
		message_usage(_("registering one client reads no files; --csv does"));
}

/* Options that the call has no use for. */
static void
refuse_idle(const struct import_options *o, const struct cmdline_verb *v, const char *id,
    const char *csv_only, const char *view)
{
	bool registers = v->key == 0 || v->key == KEY_CSV || v->key == KEY_FILL;

	if (csv_only != NULL && v->key != KEY_CSV)
		message_usage(_("%s has no effect without --csv"), csv_only);
	if (o->delimiter != 0 && v->key != KEY_CSV && v->key != KEY_TEMPLATE)
		message_usage(_("--delimiter has no effect without --csv or --template"));
	if (id != NULL && (!registers || v->key == KEY_CSV))
		message_usage(_("--id has no effect here: it is for registering one client"));
	if (!registers && (o->directory != NULL || o->nknown > 0 || o->prefix != NULL))
		message_usage(_("%s has no effect here: it is for registering"),
		    o->directory != NULL ? "-d" : o->nknown > 0 ? "--known-in" : "--id-prefix");
	if (id != NULL && o->prefix != NULL)
		message_usage(_("--id-prefix has no effect with --id"));
	if (o->update && o->directory == NULL)
		message_usage(_("--update asks for -d DIR, where the dossiers are"));
	if (view != NULL && (o->directory != NULL || o->nknown > 0 || o->prefix != NULL ||
	    o->rejects != NULL || o->report != NULL || o->quiet))
		message_usage(_("%s has no effect with %s"), o->directory != NULL ? "-d" :
		    o->nknown > 0 ? "--known-in" : o->prefix != NULL ? "--id-prefix" :
		    o->rejects != NULL ? "--rejects" : o->report != NULL ? "--report" : "-q", view);
	if (o->directory != NULL && o->directory[0] == '\0')
		message_usage(_("-d: expected the name of a directory"));
}

static int
run(struct cmdline *c, const struct import_options *o, const char *id, const char *view,
    const struct map_source *sources, size_t nsources)
{
	const struct cmdline_verb *v = &c->verb;
	bool new = id != NULL || o->directory != NULL || o->prefix != NULL || o->nknown > 0;
	struct mapping map;

	if (c->format != NULL && v->key != KEY_FORM)
		message_usage(_("-T has no effect without --form"));
	switch (v->key) {
	case KEY_CSV:
		registers(c, true);
		cmdline_all_used(c, v->option);
		if (view != NULL)
			cmdline_records_nothing(c);
		if (!map_files_read(&map, sources, nsources, o->encoding, c))
			return 2;
		return view == NULL ? import_run(c, &map, o) :
		    preview_run(c, &map, o, strcmp(view, "--template-map") == 0);
	case KEY_TEMPLATE:
		return print_template(c, o->delimiter);
	case KEY_FORM:
		cmdline_records_nothing(c);
		cmdline_all_used(c, v->option);
		return form_print(c, v->value);
	case KEY_FILL:
		if (new)
			registers(c, false);
		cmdline_all_used(c, v->option);
		return form_fill(c, o, id, v->value);
	case 0:
		if (c->nfields == 0 && !new) {
			cmdline_asks_nothing(c);
			return filter_run(FILTER_PASS, c, NULL, NULL, NULL);
		}
		registers(c, false);
		return register_one(c, o, id);
	default:
		return record(c);
	}
}

int
main(int argc, char **argv)
{
	struct import_options o = { 0 };
	struct map_source *sources;
	struct cmdline c;
	const char *id = NULL, *csv_only = NULL, *view = NULL;
	char **known_in;
	size_t nsources = 0;
	int key, status;

	cmdline_begin(&c, &command, argc, argv);
	sources = alloc_new((size_t)argc, sizeof *sources);
	known_in = alloc_new((size_t)argc, sizeof *known_in);
	o.known_in = known_in;
	while ((key = cmdline_next(&c)) != -1) {
		switch (key) {
		case 'd': o.directory = c.value; break;
		case KEY_ID: id = c.value; break;
		case KEY_ID_PREFIX: o.prefix = c.value; break;
		case KEY_KNOWN_IN: known_in[o.nknown++] = (char *)c.value; break;
		case KEY_MAP: sources[nsources++] = (struct map_source){ c.value, false };
		    csv_only = "--map"; break;
		case KEY_MAP_FILE: sources[nsources++] = (struct map_source){ c.value, true };
		    csv_only = "--map-file"; break;
		case KEY_DELIMITER: o.delimiter = read_delimiter(c.value); break;
		case KEY_ENCODING: o.encoding = c.value; csv_only = "--encoding"; break;
		case KEY_DATE_FORMAT: o.dates = read_order(c.value); csv_only = "--date-format";
		    break;
		case KEY_REJECTS: o.rejects = c.value; csv_only = "--rejects"; break;
		case KEY_REPORT: o.report = c.value; csv_only = "--report"; break;
		case KEY_PREVIEW: view = csv_only = "--preview"; break;
		case KEY_TEMPLATE_MAP: view = csv_only = "--template-map"; break;
		case KEY_UPDATE: o.update = true; csv_only = "--update"; break;
		case 'q': o.quiet = true; csv_only = "-q"; break;
		}
	}
	refuse_idle(&o, &c.verb, id, csv_only, view);
	register_check_ids(id, o.prefix);
	cmdline_ready(&c);
	status = run(&c, &o, id, view, sources, nsources);
	free(sources);
	free(known_in);
	return cmdline_end(&c, status);
}
