/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "help.h"
#include "message.h"
#include "utf8.h"

enum { INDENT = 27, COLUMNS = 80 };

/* Prints words from column `at` on, each line but the first beginning at `indent`. */
static void
wrapped(const char *words, size_t at, size_t indent)
{
	while (*words != '\0') {
		size_t n = strcspn(words, " ");
		char *word = alloc_copy_n(words, n);
		size_t width = utf8_width(word);

		if (at > indent && at + 1 + width > COLUMNS) {
			printf("\n%*s", (int)indent, "");
			at = indent;
		} else if (at > indent) {
			putchar(' ');
			at++;
		}
		fputs(word, stdout);
		at += width;
		words += n + strspn(words + n, " ");
		free(word);
	}
	putchar('\n');
}

static void
line(const char *left, const char *help)
{
	size_t width = utf8_width(left);

	if (width + 1 > INDENT)
		printf("  %s\n%*s", left, INDENT + 2, "");
	else
		printf("  %s%*s", left, (int)(INDENT - width), "");
	wrapped(help, INDENT + 2, INDENT + 2);
}

/* What a value is called, in capitals, in the reader's language. */
static const char *
value_word(const char *word, size_t n)
{
	static const char *const words[] = {
		N_("CHAR"), N_("CODE"), N_("COL"), N_("DATE"), N_("DAYS"), N_("DECISION"),
		N_("DIR"),
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
option_line(const struct command_option *o)
{
	int has_arg = o->has_arg & ~COMMAND_REPEATS;
	struct text t = { 0 };

	if (o->key > ' ' && o->key < 127)
		text_addf(&t, "-%c, ", o->key);
	text_addf(&t, "--%s", o->name);
	if (has_arg != no_argument) {
		text_adds(&t, has_arg == optional_argument ? "[=" : "=");
		add_syntax(&t, o->value);
		text_adds(&t, has_arg == optional_argument ? "]" : "");
	}
	line(text_string(&t), o->help == NULL ? "" : _(o->help));
	text_release(&t);
}

static bool
of_model(const struct model *m, const struct schema_field *f)
{
	for (size_t i = 0; m != NULL && i < m->nfields; i++)
		if (m->fields[i].field == f)
			return true;
	return false;
}

/* Adds what the model lets stand in the field: "light, heavy (with injuries)". */
static void
add_values(struct text *to, const struct model *m, const struct schema_field *f)
{
	const char *code, *sep = ": ";
	size_t length;

	for (size_t i = 0; f->codes != NULL &&
	    (code = schema_code_n(f->codes, i, &length)) != NULL; i++) {
		char *word = alloc_copy_n(code, length);
		const char *means = model_value_label(m, f, word,
		    message_in_dutch() ? LANG_NL : LANG_EN);

		text_addf(to, "%s%s", sep, word);
		if (means != NULL && strcmp(means, word) != 0)
			text_addf(to, " (%s)", means);
		sep = ", ";
		free(word);
	}
}

/* Adds what the model's workers bring. */
static void
add_strengths(struct text *to, const struct model *m)
{
	for (size_t i = 0; m != NULL && i < m->nworkers; i++) {
		const struct model_worker *w = &m->workers[i];

		if (w->nstrengths > 0)
			text_addf(to, "; %s: ", w->code);
		for (size_t j = 0; j < w->nstrengths; j++)
			text_addf(to, "%s%s", j > 0 ? ", " : "", w->strengths[j]);
	}
}

void
help_field(struct text *to, const struct model *m, enum kind kind, const struct schema_field *f)
{
	if (schema_declared(f))
		text_adds(to, message_in_dutch() ? f->nl : f->en);
	else
		text_adds(to, _(f->help));
	if (of_model(m, f))
		add_values(to, m, f);
	if (kind == KIND_WERKPUNT && f->slot == WERKPUNT_INZET)
		add_strengths(to, m);
}

/* With `own`, only those that the model declares. */
static void
field_lines(const struct command *command, const struct command_verb *verb, enum kind kind,
    bool own, const struct model *m)
{
	const struct schema_kind *k = &schema_kinds[kind];
	const struct schema_field *f;

	if (k->name == NULL || (own && command_own_next(kind, NULL) == NULL))
		return;
	printf(_("\nFields of %s, %s:\n"), k->name, kind < KIND_OWN ? _(k->help) :
	    message_in_dutch() ? k->nl : k->en);
	for (f = schema_next(k, NULL); f != NULL; f = schema_next(k, f)) {
		struct text t = { 0 }, help = { 0 };
		char *name = command_field_option(f->name);

		if ((!own || schema_declared(f)) && !command_own_option(command, f->name) &&
		    !command_verb_gives(command, verb, kind, f->slot)) {
			text_addf(&t, "--%s", name);
			add_syntax(&t, f->type == FIELD_DATE ? "=DATE" :
			    f->type == FIELD_NUMBER ? "=N" :
			    f->type == FIELD_TEXT ? "=TEXT" : f->type == FIELD_ID ? "=ID" :
			    "=CODE");
			if (f->flags & FIELD_REPEATS)
				text_adds(&t, "...");
			help_field(&help, m, kind, f);
			line(text_string(&t), text_string(&help));
		}
		free(name);
		text_release(&t);
		text_release(&help);
	}
}

static void
usage_lines(const struct command *k, const char *option)
{
	const char *head = _("Usage:");
	size_t width = utf8_width(head), at = width + 1 + strlen(k->name) + 1;

	for (size_t i = 0; k->usage[i] != NULL; i++) {
		struct text t = { 0 };

		if (option != NULL && !command_speaks(k->usage[i], option))
			continue;
		add_syntax(&t, k->usage[i]);
		printf("%*s %s ", (int)width, head, k->name);
		wrapped(text_string(&t), at, at);
		head = "";
		text_release(&t);
	}
}

const struct command_verb *
help_verb_of(const struct command *k, const char *option)
{
	const struct command_verb *v;
	size_t n = strlen(option);

	for (v = k->verbs; v != NULL && v->key != 0; v++) {
		const char *at = v->options == NULL ? NULL : v->options;

		while (at != NULL && (at = strstr(at, option)) != NULL) {
			if ((at == v->options || at[-1] == ' ') && (at[n] == '\0' || at[n] == ' '))
				return v;
			at += n;
		}
	}
	return NULL;
}

static void
format_line(const struct command *k)
{
	struct text left = { 0 }, formats = { 0 };

	text_adds(&left, "-T, --format=");
	add_syntax(&left, "FORMAT");
	command_add_usage(&formats, k, "-T");
	line(text_string(&left), text_string(&formats));
	text_release(&left);
	text_release(&formats);
}

static void
shared_lines(const struct command *k)
{
	const struct command_option *o;

	printf(_("\nAll commands:\n"));
	for (size_t i = 0; (o = command_shared(k, &i)) != NULL; )
		if (o->key == 'T')
			format_line(k);
		else
			option_line(o);
}

void
help_all(const struct command *k, const struct model *m)
{
	const struct command_option *o;

	usage_lines(k, NULL);
	putchar('\n');
	wrapped(_(k->about), 0, 0);
	putchar('\n');
	for (o = k->options; o->name != NULL; o++)
		option_line(o);
	for (size_t i = 0; k->kinds != NULL && k->kinds[i] != KINDS; i++)
		field_lines(k, NULL, k->kinds[i], false, m);
	for (size_t i = 0; k->own_kinds != NULL && k->own_kinds[i] != KINDS; i++)
		field_lines(k, NULL, k->own_kinds[i], true, m);
	shared_lines(k);
	printf(_("\nOperands are files, directories (their *.rec) or -; none = standard input.\n"
	    "Exit: 0 done, 1 something needs attention, 2 wrong call, bad input or I/O.\n"
	    "More in %s(1).\n"), k->name);
}

/* The verb that records any kind of the model. */
static bool
records_own(const struct command_option *o)
{
	return o->has_arg == required_argument && strcmp(o->value, "KIND") == 0;
}

void
help_verb(const struct command *k, const struct command_verb *verb, const char *value,
    const struct model *m)
{
	const struct command_option *o = command_option(k, verb->key);
	const struct schema_kind *asked = schema_kind_named(value);
	bool own = records_own(o);
	struct text name = { 0 };

	text_addf(&name, "--%s", o->name);
	usage_lines(k, text_string(&name));
	option_line(o);
	for (o = k->options; o->name != NULL; o++)
		if (help_verb_of(k, o->name) == verb)
			option_line(o);
	if (verb->kind != KIND_OTHER)
		field_lines(k, verb, verb->kind, false, m);
	for (enum kind kind = KIND_OWN; own && kind <= KIND_OWN_LAST; kind++)
		if (asked == NULL || asked->id < KIND_OWN || asked->id == kind)
			field_lines(k, verb, kind, false, m);
	printf(_("\nAll options: %s --help=all. More in %s(1).\n"), k->name, k->name);
	text_release(&name);
}

void
help_brief(const struct command *k)
{
	const struct command_option *o;

	if (k->verbs == NULL)
		usage_lines(k, NULL);
	else
		printf("%s %s %s\n", _("Usage:"), k->name, _("[VERB] [OPTION...] [FILE...]"));
	putchar('\n');
	wrapped(_(k->about), 0, 0);
	putchar('\n');
	for (o = k->options; o->name != NULL; o++)
		if (help_verb_of(k, o->name) == NULL)
			option_line(o);
	if (k->formats && k->verbs != NULL)
		format_line(k);
	if (k->verbs != NULL)
		printf(_("\nWhat goes with a verb: %s --%s --help."), k->name,
		    command_option(k, k->verbs->key)->name);
	printf(_("\nAll options: %s --help=all. More in %s(1).\n"), k->name, k->name);
}
