#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "cmdline.h"
#include "message.h"
#include "utf8.h"

enum { INDENT = 32 };

static void
line(const char *left, const char *help)
{
	size_t width = utf8_width(left);

	if (width + 2 > INDENT)
		printf("  %s\n%*s%s\n", left, INDENT + 2, "", help);
	else
		printf("  %s%*s%s\n", left, (int)(INDENT - width), "", help);
}

/* What a value is called, in capitals, in the reader's language. */
static const char *
value_word(const char *word, size_t n)
{
	static const char *const words[] = {
		N_("CHAR"), N_("CODE"), N_("COL"), N_("DATE"), N_("DECISION"), N_("DIR"),
		N_("FIELD"), N_("FILE"), N_("FORM"), N_("FORMAT"), N_("KEYFILE"), N_("KIND"),
		N_("NAME"), N_("OPTION"), N_("PART"), N_("PERIOD"), N_("PHASE"), N_("PREFIX"),
		N_("REASON"), N_("SECONDS"), N_("STATUS"), N_("TERM"), N_("TEXT"),
		N_("VALUE"), N_("VIEW"), N_("WHAT"), N_("WHO")
	};
	size_t i;

	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strlen(words[i]) == n && memcmp(words[i], word, n) == 0)
			return _(words[i]);
	return NULL;
}

/* Adds what is said of a call, its words in capitals in the reader's language. */
static void
add_syntax(struct text *to, const char *s)
{
	const char *word;

	while (*s != '\0') {
		size_t n = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

		if ((word = value_word(s, n)) != NULL)
			text_adds(to, word);
		else
			text_add(to, s, n > 0 ? n : 1);
		s += n > 0 ? n : 1;
	}
}

static void
option_line(const char *name, int has_arg, int key, const char *value, const char *help)
{
	struct text t = { 0 };

	if (key > ' ' && key < 127)
		text_addf(&t, "-%c, ", key);
	text_addf(&t, "--%s", name);
	has_arg &= ~CALL_REPEATS;
	if (has_arg != no_argument) {
		text_adds(&t, has_arg == optional_argument ? "[=" : "=");
		add_syntax(&t, value);
		text_adds(&t, has_arg == optional_argument ? "]" : "");
	}
	line(text_string(&t), help);
	text_release(&t);
}

/* A field whose name the command itself has as an option is not one of its field options. */
static bool
own_option(const struct command *command, const char *field)
{
	const struct cmdline_option *o;

	for (o = command->options; o->name != NULL; o++)
		if (strcasecmp(o->name, field) == 0)
			return true;
	return false;
}

static void
field_lines(const struct command *command, enum kind kind)
{
	const struct schema_kind *k = &schema_kinds[kind];
	const struct schema_field *f;

	printf(_("\nFields of %s, %s:\n"), k->name, _(k->help));
	for (f = k->fields; f->name != NULL; f++) {
		struct text t = { 0 };
		const char *s;

		if (own_option(command, f->name))
			continue;
		text_adds(&t, "--");
		for (s = f->name; *s != '\0'; s++)
			text_addc(&t, *s >= 'A' && *s <= 'Z' ? (char)(*s - 'A' + 'a') : *s);
		add_syntax(&t, f->type == FIELD_DATE ? "=DATE" : f->type == FIELD_NUMBER ? "=N" :
		    f->type == FIELD_TEXT ? "=TEXT" : f->type == FIELD_ID ? "=ID" : "=CODE");
		if (f->flags & FIELD_REPEATS)
			text_adds(&t, "...");
		line(text_string(&t), _(f->help));
		text_release(&t);
	}
}

void
cmdline_help(const struct cmdline *c)
{
	const struct command *k = c->command;
	const struct cmdline_option *o;
	size_t i;

	for (i = 0; k->usage[i] != NULL; i++) {
		struct text t = { 0 };

		add_syntax(&t, k->usage[i]);
		printf("%*s %s %s\n", (int)utf8_width(_("Usage:")), i == 0 ? _("Usage:") : "",
		    k->name, text_string(&t));
		text_release(&t);
	}
	printf("\n%s\n", _(k->about));
	if (k->options[0].name != NULL)
		putchar('\n');
	for (o = k->options; o->name != NULL; o++)
		option_line(o->name, o->has_arg, o->key, o->value, o->help == NULL ? "" :
		    _(o->help));
	for (i = 0; k->kinds != NULL && k->kinds[i] != KINDS; i++)
		field_lines(k, k->kinds[i]);
	printf(_("\nAll commands:\n"));
	option_line("client", required_argument, 'c', "ID", _("only this client"));
	if (k->filter) {
		option_line("in-place", no_argument, 'i', NULL, _("write each file in place"));
		option_line("all", no_argument, 0, NULL, _("with -i: over several dossiers"));
		option_line("dry-run", no_argument, 'n', NULL,
		    _("print only the records that would be added"));
		option_line("date", required_argument, 0, "DATE",
		    _("date from which it holds; today if not given"));
	}
	if (k->filter || k->locks)
		option_line("wait", required_argument, 0, "SECONDS",
		    _("to wait for a file that another program has locked; 60 if not given"));
	if (k->formats)
		option_line("format", required_argument, 'T', "FORMAT",
		    _("text, tsv, csv, json, or another that the page names"));
	option_line("files0-from", required_argument, 0, "F",
	    _("operands from F, each ended by a NUL"));
	option_line("model", required_argument, 'm', "FILE",
	    _("the method as data, in place of $FASEN_MODEL or the default"));
	option_line("today", required_argument, 0, "DATE", _("in place of the clock"));
	option_line("by", required_argument, 0, "WHO",
	    _("who records; $FASEN_BY or the login name if not given"));
	option_line("lang", required_argument, 0, "nl|en",
	    _("language of documents; the model's if not given"));
	option_line("help", no_argument, 'h', NULL, _("this text"));
	option_line("version", no_argument, 'V', NULL, _("the version"));
	printf(_("\nOperands are files, directories (their *.rec) or -; none = standard input.\n"
	    "Exit: 0 done, 1 done but something needs attention, 2 wrong call, bad input or I/O.\n"
	    "More in %s(1).\n"), k->name);
}
