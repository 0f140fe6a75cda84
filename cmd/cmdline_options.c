/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "cmdline.h"
#include "help.h"
#include "message.h"
#include "nearest.h"
#include "text.h"

/* How a call is read: getopt_long, with options of any letters and fields as options. */

enum {
	FIELD_KEYS = 1000,	/* keys of fields begin there */
	WAIT_DEFAULT = 60
};

static void
add_option(struct cmdline *c, size_t *n, const char *name, int has_arg, int key,
    struct text *letters)
{
	size_t i;

	for (i = 0; i < *n; i++)
		if (c->table[i].name[0] == name[0] && strcmp(c->table[i].name, name) == 0)
			return;
	c->table = alloc_room(c->table, &c->table_cap, *n + 2, sizeof *c->table);
	c->table[*n + 1] = (struct option){ 0 };
	c->table[(*n)++] = (struct option){ name, has_arg & ~COMMAND_REPEATS, NULL, key };
	if (key > ' ' && key < 127) {
		text_addc(letters, (char)key);
		if ((has_arg & ~COMMAND_REPEATS) == required_argument)
			text_addc(letters, ':');
	}
}

/*
 * A field's name as option: small letters; where it has a _, also with a -. Each field has a key of
 * its own: of options with the same key, getopt takes the first that begins as a shortened name
 * does.
 */
static void
add_field(struct cmdline *c, size_t *n, const char *field, struct text *letters)
{
	char *name = command_field_option(field), *dashed;
	int key = FIELD_KEYS + (int)*n;

	add_option(c, n, arena_copy(&c->names, name, strlen(name)), required_argument, key,
	    letters);
	dashed = strchr(name, '_') == NULL ? NULL : arena_copy(&c->names, name, strlen(name));
	free(name);
	if (dashed == NULL)
		return;
	for (char *s = dashed; *s != '\0'; s++)
		if (*s == '_')
			*s = '-';
	add_option(c, n, dashed, required_argument, key, letters);
}

/*
 * A model's own fields are options too, so it is read before the options are. --help goes without
 * one that cannot be read.
 */
static void
find_model(struct cmdline *c, const char *letters)
{
	char **argv = alloc_new((size_t)c->argc + 1, sizeof *argv);
	const char *named = getenv("FASEN_MODEL");
	bool help = false;
	int key;

	memcpy(argv, c->argv, (size_t)c->argc * sizeof *argv);
	while ((key = getopt_long(c->argc, argv, letters, c->table, NULL)) != -1)
		if (key == 'm')
			c->model_file = optarg;
		else if (key == COMMAND_TODAY)
			c->today = date_parse(optarg);
		else
			help = help || key == 'h' || key == 'V';
	optind = 0;
	free(argv);
	if ((c->model_file != NULL || (named != NULL && named[0] != '\0')) &&
	    !cmdline_model(c, !help) && !help)
		exit(2);
}

/* `--goal --help` asks what goes with --goal, and --help is no goal. */
static void
help_of_verb(struct cmdline *c)
{
	const struct command *k = c->command;
	const struct command_verb *v;
	int asked = 0;

	for (int i = 1; i < c->argc && strcmp(c->argv[i], "--") != 0; i++)
		if (strcmp(c->argv[i], "--help") == 0 || strcmp(c->argv[i], "-h") == 0)
			asked = i;
	for (int i = 1; i < asked; i++)
		for (v = k->verbs; v != NULL && v->key != 0; v++) {
			const char *name = command_option(k, v->key)->name;
			size_t n = strlen(name);

			if (strncmp(c->argv[i], "--", 2) == 0 &&
			    strncmp(c->argv[i] + 2, name, n) == 0 &&
			    (c->argv[i][2 + n] == '\0' || c->argv[i][2 + n] == '=')) {
				cmdline_refuse_appending();
				help_verb(k, v, c->argv[i] + 2 + n + (c->argv[i][2 + n] == '='),
				    c->model);
				exit(cmdline_end(c, 0));
			}
		}
}

void
cmdline_begin(struct cmdline *c, const struct command *command, int argc, char **argv)
{
	const struct command_option *o;
	const struct schema_field *f;
	struct text letters = { 0 };
	size_t i, n = 0;

	memset(c, 0, sizeof *c);
	c->command = command;
	c->argc = argc;
	c->argv = argv;
	c->date = c->today = DATE_NONE;
	c->known = DATE_LAST;
	c->patience = (struct patience){ WAIT_DEFAULT, message_waiting };
	message_begin(command->name);
	opterr = 0;
	text_addc(&letters, ':');
	for (o = command->options; o->name != NULL; o++)
		add_option(c, &n, o->name, o->has_arg, o->key, &letters);
	for (i = 0; (o = command_shared(command, &i)) != NULL; )
		add_option(c, &n, o->name, o->has_arg, o->key, &letters);
	find_model(c, text_string(&letters));
	for (i = 0; command->kinds != NULL && command->kinds[i] != KINDS; i++) {
		const struct schema_kind *k = &schema_kinds[command->kinds[i]];

		for (f = schema_next(k, NULL); f != NULL; f = schema_next(k, f))
			add_field(c, &n, f->name, &letters);
	}
	for (i = 0; command->own_kinds != NULL && command->own_kinds[i] != KINDS; i++)
		for (f = command_own_next(command->own_kinds[i], NULL); f != NULL;
		    f = command_own_next(command->own_kinds[i], f))
			add_field(c, &n, f->name, &letters);
	c->letters = text_take(&letters);
	help_of_verb(c);
	for (i = 1; i < (size_t)argc && c->after_dashes == 0; i++)
		if (strcmp(argv[i], "--") == 0)
			c->after_dashes = (size_t)argc - i - 1;
}

/*
 * Of a field that repeats in no kind a first value would be lost; cmdline_value sees to those that
 * do in another kind.
 */
static void
refuse_twice(const struct cmdline *c, const char *field, const char *option)
{
	const struct schema_field *f;
	size_t i;

	for (i = 0; c->command->kinds != NULL && c->command->kinds[i] != KINDS; i++)
		if ((f = schema_field_named(&schema_kinds[c->command->kinds[i]], field)) != NULL &&
		    f->flags & FIELD_REPEATS)
			return;
	for (i = 0; c->command->own_kinds != NULL && c->command->own_kinds[i] != KINDS; i++)
		if ((f = schema_field_named(&schema_kinds[c->command->own_kinds[i]], field)) !=
		    NULL && f->flags & FIELD_REPEATS)
			return;
	for (i = 0; i < c->nfields; i++)
		if (strcmp(c->fields[i].option, field) == 0)
			message_usage(_("--%s is given twice; expected once"), option);
}

/*
 * Of an option that does not repeat the first value would be lost, or the second be without effect.
 */
static void
refuse_again(struct cmdline *c, int key)
{
	const struct command_option *o = command_option(c->command, key);

	if (o->has_arg & COMMAND_REPEATS)
		return;
	for (size_t i = 0; i < c->ntaken; i++)
		if (c->taken[i] == key && key > ' ' && key < 127)
			message_usage(_("-%c is given twice; expected once"), key);
		else if (c->taken[i] == key)
			message_usage(_("--%s is given twice; expected once"), o->name);
	c->taken = alloc_room(c->taken, &c->taken_cap, c->ntaken + 1, sizeof *c->taken);
	c->taken[c->ntaken++] = key;
}

/* Whether the name begins as the n signs do, as schema_same_name() has it. */
static bool
begins_so(const char *name, const char *typed, size_t n)
{
	char *begin, *word;
	bool same;

	if (strlen(name) < n)
		return false;
	begin = alloc_copy_n(name, n);
	word = alloc_copy_n(typed, n);
	same = schema_same_name(begin, word);
	free(begin);
	free(word);
	return same;
}

static void
refuse_option(const struct cmdline *c, int what)
{
	const struct option *o;
	struct nearest near;
	const char *word, *begins = NULL;
	char *name;
	size_t length;

	word = c->argv[optind - 1];
	if (what == ':')
		message_usage(_("%s asks for a value"), word);
	if (optopt != 0 && optopt < 127 && strncmp(word, "--", 2) != 0)
		message_usage(_("-%c is no option of this command"), optopt);
	name = alloc_copy_n(word, strcspn(word, "="));
	length = strlen(name) - strspn(name, "-");
	for (o = c->table; o->name != NULL; o++) {
		if (strcmp(o->name, name + strspn(name, "-")) == 0)
			message_usage(_("%s takes no value"), name);
		if (length == 0 || !begins_so(o->name, name + strspn(name, "-"), length))
			continue;
		if (begins == NULL)
			begins = o->name;
		else
			message_usage(_("%s may be --%s or --%s; expected more of its name"), name,
			    begins, o->name);
	}
	nearest_begin(&near, name + strspn(name, "-"));
	for (o = c->table; o->name != NULL; o++)
		nearest_offer(&near, o->name);
	if (near.best != NULL)
		message_usage(_("%s is no option of this command; did you mean --%s?"),
		    name, near.best);
	message_usage(_("%s is no option of this command"), name);
}

/*
 * The one option that the n signs name, in whatever letters and shortened as getopt takes it; or
 * NULL.
 */
static const struct option *
find_named(const struct cmdline *c, const char *typed, size_t n)
{
	const struct option *found = NULL;
	bool several = false;

	for (const struct option *o = c->table; o->name != NULL; o++) {
		if (!begins_so(o->name, typed, n))
			continue;
		if (strlen(o->name) == n)
			return o;
		several = several || (found != NULL && found->val != o->val);
		found = o;
	}
	return several ? NULL : found;
}

/* An option of which only the letters are not ours is read again by its own name. */
static bool
rename_option(struct cmdline *c)
{
	const char *word = c->argv[optind - 1], *typed = word + 2;
	const struct option *o;
	struct text t = { 0 };
	size_t n;

	if (strncmp(word, "--", 2) != 0)
		return false;
	n = strcspn(typed, "=");
	o = n == 0 ? NULL : find_named(c, typed, n);
	if (o == NULL || strncmp(o->name, typed, n) == 0)
		return false;
	text_addf(&t, "--%s%s", o->name, typed + n);
	c->argv[--optind] = arena_copy(&c->names, text_string(&t), t.len);
	text_release(&t);
	return true;
}

static long
need_seconds(const char *value)
{
	size_t n = strlen(value);

	if (n == 0 || n > 6 || strspn(value, "0123456789") != n)
		message_usage(_("--wait: expected a number of seconds from 0 to 999999"));
	return strtol(value, NULL, 10);
}

static void
help(struct cmdline *c)
{
	cmdline_refuse_appending();
	if (optarg == NULL)
		help_brief(c->command);
	else if (strcmp(optarg, "all") == 0)
		help_all(c->command, c->model);
	else if (strcmp(optarg, "words") == 0) {
		if (c->model == NULL && !cmdline_model(c, true))
			exit(2);
		help_words(c->command, c->model);
	} else
		message_usage(_("--help: expected all, or nothing"));
	exit(cmdline_end(c, 0));
}

/* An option that commands share. */
static void
take_shared(struct cmdline *c, int key)
{
	switch (key) {
	case 'm': c->model_file = optarg; break;
	case 'c':
		if (!schema_client_id(optarg))
			message_usage(_("-c: not an id; expected 1 to 64 of A-Z a-z 0-9 . _ -, "
			    "not beginning with . or -"));
		c->client = optarg;
		break;
	case 'i': c->in_place = true; break;
	case 'n': c->dry = true; break;
	case 'T': c->format = optarg; break;
	case COMMAND_HANDLES: c->handles = true; break;
	case COMMAND_KNOWN: c->known = cmdline_date("--known", optarg); break;
	case COMMAND_ALL: c->all = true; break;
	case COMMAND_FILES0: c->files0 = optarg; break;
	case COMMAND_WAIT:
		c->patience.seconds = need_seconds(optarg);
		c->wait_given = true;
		break;
	case COMMAND_TODAY: c->today = cmdline_date("--today", optarg); break;
	case COMMAND_DATE: c->date = cmdline_date("--date", optarg); break;
	case COMMAND_BY:
		if (!cmdline_one_line(optarg))
			message_usage(_("%s: expected one line of UTF-8 text"), "--by");
		c->by = optarg;
		break;
	case COMMAND_LANG:
		if (!lang_parse(optarg, &c->lang))
			message_usage(_("--lang: expected nl or en"));
		c->lang_given = true;
		break;
	case 'h': help(c); break;
	case 'V':
		cmdline_refuse_appending();
		printf("%s (fasen) %s\n", c->command->name, FASEN_VERSION);
		exit(cmdline_end(c, 0));
	}
}

static bool
own_key(const struct cmdline *c, int key)
{
	const struct command_option *o;

	for (o = c->command->options; o->name != NULL; o++)
		if (o->key == key)
			return true;
	return false;
}

/* A date may be said by its distance from today: today-3, +14. optarg becomes that day. */
static void
take_relative(struct cmdline *c, int key)
{
	const struct command_option *o = key < FIELD_KEYS ? command_option(c->command, key) :
	    NULL;

	if (optarg != NULL && key != COMMAND_TODAY && o != NULL && o->value != NULL &&
	    strcmp(o->value, "DATE") == 0)
		optarg = (char *)cmdline_day(c, optarg);
}

static void
take_field(struct cmdline *c, const char *option)
{
	const struct schema_field *f = command_field(c->command, option);
	const char *name = f != NULL ? f->name : option;

	if (!rec_writable(optarg, strlen(optarg)))
		message_usage(_("--%s: expected UTF-8 text without a line that ends in CR"),
		    option);
	refuse_twice(c, name, option);
	c->fields = alloc_room(c->fields, &c->fields_cap, c->nfields + 1, sizeof *c->fields);
	c->fields[c->nfields++] = (struct cmdline_field){ name, optarg, false };
}

/* Takes the option when it is a verb; a second one is refused, for one thing is done a call. */
static bool
take_verb(struct cmdline *c, int key)
{
	const struct command_verb *row = command_verb(c->command, key);
	struct text option = { 0 };

	if (row == NULL || key == c->command->beside)
		return false;
	text_addf(&option, "--%s", command_option(c->command, key)->name);
	if (c->verb.key != 0)
		message_usage(_("%s and %s do not go together; one thing is done a call"),
		    c->verb.option, text_string(&option));
	c->verb.key = key;
	c->verb.row = row;
	c->verb.option = arena_copy(&c->names, text_string(&option), option.len);
	c->verb.value = optarg;
	text_release(&option);
	return true;
}

int
cmdline_next(struct cmdline *c)
{
	int key, index = 0;

	for (;;) {
		key = getopt_long(c->argc, c->argv, c->letters, c->table, &index);
		if (key == -1)
			return -1;
		if (key == '?' && rename_option(c))
			continue;
		if (key == '?' || key == ':')
			refuse_option(c, key);
		if (key < FIELD_KEYS)
			refuse_again(c, key);
		take_relative(c, key);
		c->value = optarg;
		if (key >= FIELD_KEYS)
			take_field(c, c->table[index].name);
		else if (!own_key(c, key))
			take_shared(c, key);
		else if (!take_verb(c, key))
			return key;
	}
}
