#include "cmdline.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "alloc.h"
#include "file.h"
#include "help.h"
#include "message.h"
#include "model_read.h"
#include "nearest.h"
#include "terminal.h"
#include "text.h"

enum { KEY_TODAY = 900, KEY_BY, KEY_LANG, KEY_DATE, KEY_ALL, KEY_FILES0, KEY_WAIT,
    KEY_HANDLES };

enum { WAIT_DEFAULT = 60 };

static const struct cmdline_option common[] = {
	{ "client", required_argument, 'c', "ID", NULL },
	{ "files0-from", required_argument, KEY_FILES0, "F", NULL },
	{ "model", required_argument, 'm', "FILE", NULL },
	{ "today", required_argument, KEY_TODAY, "DATE", NULL },
	{ "by", required_argument, KEY_BY, "WHO", NULL },
	{ "lang", required_argument, KEY_LANG, "nl|en", NULL },
	{ "help", optional_argument, 'h', "all", NULL },
	{ "version", no_argument, 'V', NULL, NULL },
	{ NULL, 0, 0, NULL, NULL }
};

static const struct cmdline_option filter_options[] = {
	{ "in-place", no_argument, 'i', NULL, NULL },
	{ "dry-run", no_argument, 'n', NULL, NULL },
	{ "all", no_argument, KEY_ALL, NULL, NULL },
	{ "date", required_argument, KEY_DATE, "DATE", NULL },
	{ NULL, 0, 0, NULL, NULL }
};

static const struct cmdline_option wait_option[] = {
	{ "wait", required_argument, KEY_WAIT, "SECONDS", NULL },
	{ NULL, 0, 0, NULL, NULL }
};

static const struct cmdline_option none[] = { { NULL, 0, 0, NULL, NULL } };

static const struct cmdline_option format_option[] = {
	{ "format", required_argument, 'T', "FORMAT", NULL },
	{ NULL, 0, 0, NULL, NULL }
};

static const struct cmdline_option handles_option[] = {
	{ "handles", no_argument, KEY_HANDLES, NULL, NULL },
	{ NULL, 0, 0, NULL, NULL }
};

static void
add_option(struct cmdline *c, size_t *n, const char *name, int has_arg, int key,
    struct text *letters)
{
	size_t i;

	for (i = 0; i < *n; i++)
		if (strcmp(c->table[i].name, name) == 0)
			return;
	c->table[*n].name = name;
	c->table[*n].has_arg = has_arg & ~CALL_REPEATS;
	c->table[*n].flag = NULL;
	c->table[*n].val = key;
	(*n)++;
	if (key > ' ' && key < 127) {
		text_addc(letters, (char)key);
		if ((has_arg & ~CALL_REPEATS) == required_argument)
			text_addc(letters, ':');
	}
}

static void
add_options(struct cmdline *c, size_t *n, const struct cmdline_option *o, struct text *letters)
{
	for (; o->name != NULL; o++)
		add_option(c, n, o->name, o->has_arg, o->key, letters);
}

/*
 * A field's name as option: small letters; where it has a _, also with a -. Each field has a key of
 * its own: of options with the same key, getopt takes the first that begins as a shortened name
 * does.
 */
static void
add_field(struct cmdline *c, size_t *n, const char *field, struct text *letters)
{
	char *name = arena_copy(&c->names, field, strlen(field)), *dashed;
	int key = CALL_FIELD + (int)*n;
	char *s;

	for (s = name; *s != '\0'; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s - 'A' + 'a');
	add_option(c, n, name, required_argument, key, letters);
	if (strchr(name, '_') == NULL)
		return;
	dashed = arena_copy(&c->names, name, strlen(name));
	for (s = dashed; *s != '\0'; s++)
		if (*s == '_')
			*s = '-';
	add_option(c, n, dashed, required_argument, key, letters);
}

static bool read_model(struct cmdline *, bool say);

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
		else if (key == KEY_TODAY)
			c->today = date_parse(optarg);
		else
			help = help || key == 'h' || key == 'V';
	optind = 0;
	free(argv);
	if ((c->model_file != NULL || (named != NULL && named[0] != '\0')) &&
	    !read_model(c, !help) && !help)
		exit(2);
}

/* `--goal --help` asks what goes with --goal, and --help is no goal. */
static void
help_of_verb(struct cmdline *c)
{
	const struct command *k = c->command;
	const struct cmdline_verb *v;
	const struct cmdline_option *o;
	int asked = 0;

	for (int i = 1; i < c->argc && strcmp(c->argv[i], "--") != 0; i++)
		if (strcmp(c->argv[i], "--help") == 0 || strcmp(c->argv[i], "-h") == 0)
			asked = i;
	for (int i = 1; i < asked; i++)
		for (v = k->verbs; v != NULL && v->key != 0; v++) {
			size_t n;

			for (o = k->options; o->key != v->key; o++)
				;
			n = strlen(o->name);
			if (strncmp(c->argv[i], "--", 2) == 0 &&
			    strncmp(c->argv[i] + 2, o->name, n) == 0 &&
			    (c->argv[i][2 + n] == '\0' || c->argv[i][2 + n] == '=')) {
				help_verb(k, v);
				exit(cmdline_end(c, 0));
			}
		}
}

void
cmdline_begin(struct cmdline *c, const struct command *command, int argc, char **argv)
{
	const struct schema_field *f;
	struct text letters = { 0 };
	size_t i, n = 0;

	memset(c, 0, sizeof *c);
	c->command = command;
	c->argc = argc;
	c->argv = argv;
	c->date = c->today = DATE_NONE;
	c->patience = (struct patience){ WAIT_DEFAULT, message_waiting };
	message_begin(command->name);
	opterr = 0;
	for (i = 0; command->kinds != NULL && command->kinds[i] != KINDS; i++)
		;
	c->table = alloc_new(160 + 2 * SLOTS * i, sizeof *c->table);
	text_addc(&letters, ':');
	add_options(c, &n, command->options, &letters);
	add_options(c, &n, common, &letters);
	if (command->filter)
		add_options(c, &n, filter_options, &letters);
	if (command->filter || command->locks)
		add_options(c, &n, wait_option, &letters);
	if (command->formats)
		add_options(c, &n, format_option, &letters);
	if (command->handles)
		add_options(c, &n, handles_option, &letters);
	find_model(c, text_string(&letters));
	for (i = 0; command->kinds != NULL && command->kinds[i] != KINDS; i++) {
		const struct schema_kind *k = &schema_kinds[command->kinds[i]];

		for (f = schema_next(k, NULL); f != NULL; f = schema_next(k, f))
			add_field(c, &n, f->name, &letters);
	}
	c->letters = text_take(&letters);
	help_of_verb(c);
	for (i = 1; i < (size_t)argc && c->after_dashes == 0; i++)
		if (strcmp(argv[i], "--") == 0)
			c->after_dashes = (size_t)argc - i - 1;
}

static const char *
field_name(const struct cmdline *c, const char *option)
{
	const struct schema_field *f;
	size_t i;

	for (i = 0; c->command->kinds[i] != KINDS; i++)
		if ((f = schema_field_named(&schema_kinds[c->command->kinds[i]], option)) != NULL)
			return f->name;
	return option;
}

/* The option with that key: the command's own before those of all. */
static const struct cmdline_option *
find_option(const struct cmdline *c, int key)
{
	const struct cmdline_option *const tables[] = { c->command->options, common, filter_options,
	    wait_option, format_option, handles_option };
	const struct cmdline_option *o = NULL;

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		for (o = tables[i]; o->name != NULL; o++)
			if (o->key == key)
				return o;
	return o;
}

/* Of a field that does not repeat a first value would be lost. */
static void
refuse_twice(const struct cmdline *c, const char *field, const char *option)
{
	const struct schema_field *f;
	size_t i;

	for (i = 0; c->command->kinds[i] != KINDS; i++)
		if ((f = schema_field(&schema_kinds[c->command->kinds[i]], field)) != NULL &&
		    f->flags & FIELD_REPEATS)
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
	const struct cmdline_option *o = find_option(c, key);

	if (o->has_arg & CALL_REPEATS)
		return;
	for (size_t i = 0; i < c->ntaken; i++)
		if (c->taken[i] == key && key > ' ' && key < 127)
			message_usage(_("-%c is given twice; expected once"), key);
		else if (c->taken[i] == key)
			message_usage(_("--%s is given twice; expected once"), o->name);
	c->taken = alloc_room(c->taken, &c->taken_cap, c->ntaken + 1, sizeof *c->taken);
	c->taken[c->ntaken++] = key;
}

static date
need_date(const char *option, const char *value)
{
	date d = date_parse(value);

	if (d == DATE_NONE)
		message_usage(_("--%s: \"%s\" is not a date; expected YYYY-MM-DD"), option, value);
	return d;
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

static bool
one_line(const char *value)
{
	return value[strspn(value, " \t")] != '\0' && strchr(value, '\n') == NULL &&
	    rec_writable(value, strlen(value));
}

static void
help(struct cmdline *c)
{
	const struct cmdline_option *const tables[] = { c->command->options, common,
	    c->command->filter ? filter_options : none, c->command->filter || c->command->locks ?
	    wait_option : none, c->command->formats ? format_option : none,
	    c->command->handles ? handles_option : none };

	if (optarg == NULL)
		help_brief(c->command);
	else if (strcmp(optarg, "all") == 0)
		help_all(c->command);
	else if (strcmp(optarg, "words") == 0) {
		if (c->model == NULL && !read_model(c, true))
			exit(2);
		help_words(c->command, tables, sizeof tables / sizeof *tables, c->model);
	} else
		message_usage(_("--help: expected all, or nothing"));
	exit(cmdline_end(c, 0));
}

/* Takes the option when it is one of all commands. */
static bool
take_common(struct cmdline *c, int key)
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
	case KEY_HANDLES: c->handles = true; break;
	case KEY_ALL: c->all = true; break;
	case KEY_FILES0: c->files0 = optarg; break;
	case KEY_WAIT:
		c->patience.seconds = need_seconds(optarg);
		c->wait_given = true;
		break;
	case KEY_TODAY: c->today = need_date("today", optarg); break;
	case KEY_DATE: c->date = need_date("date", optarg); break;
	case KEY_BY:
		if (!one_line(optarg))
			message_usage(_("%s: expected one line of UTF-8 text"), "--by");
		c->by = optarg;
		break;
	case KEY_LANG:
		if (!lang_parse(optarg, &c->lang))
			message_usage(_("--lang: expected nl or en"));
		c->lang_given = true;
		break;
	case 'h': help(c); break;
	case 'V':
		printf("%s (fasen) %s\n", c->command->name, FASEN_VERSION);
		exit(cmdline_end(c, 0));
	default:
		return false;
	}
	return true;
}

static bool
own_key(const struct cmdline *c, int key)
{
	const struct cmdline_option *o;

	for (o = c->command->options; o->name != NULL; o++)
		if (o->key == key)
			return true;
	return false;
}

static date
clock_today(void)
{
	time_t now = time(NULL);
	struct tm tm;

	if (localtime_r(&now, &tm) == NULL)
		return DATE_NONE;
	return date_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* A date may be said by its distance from today: today-3, +14. optarg becomes that day. */
static void
take_relative(struct cmdline *c, int key, const char *name)
{
	const struct cmdline_option *o = key < CALL_FIELD ? find_option(c, key) : NULL;
	const struct schema_field *f = NULL;
	char to[DATE_SIZE];
	date today, day;

	for (size_t i = 0; key >= CALL_FIELD && f == NULL && c->command->kinds[i] != KINDS; i++)
		f = schema_field_named(&schema_kinds[c->command->kinds[i]], name);
	if (optarg == NULL || key == KEY_TODAY || ((f == NULL || f->type != FIELD_DATE) &&
	    (o == NULL || o->value == NULL || strcmp(o->value, "DATE") != 0)))
		return;
	today = c->today != DATE_NONE ? c->today : clock_today();
	day = today == DATE_NONE ? DATE_NONE : date_relative(optarg, today);
	if (day != DATE_NONE)
		optarg = arena_copy(&c->names, date_format(day, to), DATE_SIZE - 1);
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
		if (key < CALL_FIELD)
			refuse_again(c, key);
		take_relative(c, key, c->table[index].name);
		if (key < CALL_FIELD && (own_key(c, key) || !take_common(c, key))) {
			c->value = optarg;
			return key;
		}
		if (key >= CALL_FIELD) {
			if (!rec_writable(optarg, strlen(optarg)))
				message_usage(_("--%s: expected UTF-8 text without "
				    "a line that ends in CR"), c->table[index].name);
			refuse_twice(c, field_name(c, c->table[index].name), c->table[index].name);
			c->fields = alloc_room(c->fields, &c->fields_cap, c->nfields + 1,
			    sizeof *c->fields);
			c->fields[c->nfields].option = field_name(c, c->table[index].name);
			c->fields[c->nfields].value = optarg;
			c->fields[c->nfields].used = false;
			c->nfields++;
			c->value = optarg;
			return CALL_FIELD;
		}
	}
}

static const char *
login_name(void)
{
	const char *name = getenv("FASEN_BY");
	const struct passwd *pw;

	if (name != NULL && name[0] != '\0') {
		if (!one_line(name))
			message_usage(_("%s: expected one line of UTF-8 text"), "FASEN_BY");
		return name;
	}
	pw = getpwuid(getuid());
	return pw != NULL ? pw->pw_name : "uid";
}

/* Returns false when it cannot be read or is wrong, which is said where asked. */
static bool
read_model(struct cmdline *c, bool say)
{
	const char *named = getenv("FASEN_MODEL");
	const char *file = c->model_file != NULL ? c->model_file :
	    named != NULL && named[0] != '\0' ? named : NULL;
	struct problems problems = { 0 };
	struct text bytes = { 0 };
	int fd;

	if (file == NULL)
		c->model = model_read(model_default, model_default_size, NULL, &problems);
	else {
		fd = open(file, O_RDONLY | O_CLOEXEC);
		cmdline_reads(c, file);
		if (fd >= 0 && file_read(fd, &bytes))
			c->model = model_read(text_string(&bytes), bytes.len, file, &problems);
		else if (say)
			message("%s: %s", file, strerror(errno));
		if (fd >= 0)
			close(fd);
	}
	text_release(&bytes);
	if (say)
		message_problems(&problems);
	problems_release(&problems);
	return c->model != NULL;
}

/* getopt has moved the operands behind the options, and those behind -- to the very end. */
static void
sort_terms(struct cmdline *c)
{
	size_t after = strcmp(c->argv[optind - 1], "--") == 0 ? c->after_dashes : 0, n = 0;
	size_t files = c->noperands - after;

	c->sorted = alloc_new(c->noperands + 1, sizeof *c->sorted);
	for (size_t i = 0; i < files; i++)
		if (c->command->is_term(c->operands[i]))
			c->sorted[n++] = c->operands[i];
	c->nterms = n;
	for (size_t i = 0; i < c->noperands; i++)
		if (i >= files || !c->command->is_term(c->operands[i]))
			c->sorted[n++] = c->operands[i];
	c->terms = c->sorted;
	c->operands = c->sorted + c->nterms;
	c->noperands -= c->nterms;
}

/* A call for one client without operands reads that client's dossier in FASEN_DIR. */
static void
take_directory(struct cmdline *c)
{
	const char *directory = getenv("FASEN_DIR");
	struct text path = { 0 };

	if (c->client == NULL || c->noperands > 0 || c->files0 != NULL || directory == NULL ||
	    directory[0] == '\0')
		return;
	text_addf(&path, "%s/%s.rec", directory, c->client);
	c->own_operand[0] = text_take(&path);
	c->operands = c->own_operand;
	c->noperands = 1;
}

static void
open_input(struct cmdline *c)
{
	struct problems problems = { 0 };

	take_directory(c);
	if (c->files0 != NULL)
		cmdline_reads(c, c->files0);
	c->input = c->files0 != NULL ? operands_from(c->files0, &problems) :
	    operands_of(c->operands, c->noperands);
	message_problems(&problems);
	problems_release(&problems);
	if (c->input == NULL)
		exit(2);
	cmdline_refuse_operands(c);
}

void
cmdline_ready(struct cmdline *c)
{
	if (c->today == DATE_NONE)
		c->today = clock_today();
	if (c->today == DATE_NONE)
		message_usage(_("the clock says a year outside 1900-2199; expected --today"));
	if (c->by == NULL)
		c->by = login_name();
	if (c->model == NULL && !read_model(c, true))
		exit(2);
	if (!c->lang_given)
		c->lang = c->model->lang;
	c->operands = c->argv + optind;
	c->noperands = (size_t)(c->argc - optind);
	if (c->command->is_term != NULL)
		sort_terms(c);
	if (c->files0 != NULL && c->noperands > 0)
		message_usage(_("--files0-from takes the place of operands; expected no \"%s\""),
		    c->operands[0]);
	open_input(c);
}

date
cmdline_op(const struct cmdline *c)
{
	return c->date != DATE_NONE ? c->date : c->today;
}

const char *
cmdline_field(struct cmdline *c, enum kind kind, enum slot slot)
{
	const char *field = schema_name(kind, slot), *value = NULL;
	size_t i;

	for (i = 0; i < c->nfields; i++)
		if (strcmp(c->fields[i].option, field) == 0) {
			c->fields[i].used = true;
			value = c->fields[i].value;
		}
	return value;
}

void
cmdline_all_used(const struct cmdline *c, const char *with)
{
	size_t i;

	for (i = 0; i < c->nfields; i++)
		if (!c->fields[i].used) {
			char *name = alloc_copy(c->fields[i].option), *s;

			for (s = name; *s != '\0'; s++)
				if (*s >= 'A' && *s <= 'Z')
					*s = (char)(*s - 'A' + 'a');
			if (with == NULL)
				message_usage(_("--%s has no effect: nothing here records it"),
				    name);
			message_usage(_("--%s has no effect with %s"), name, with);
		}
}

void
cmdline_no_handles(const struct cmdline *c, const char *with)
{
	if (c->handles)
		message_usage(_("%s has no effect with %s"), "--handles", with);
}

void
cmdline_records_nothing(const struct cmdline *c)
{
	const char *what = c->in_place ? "-i" : c->dry ? "-n" : c->all ? "--all" :
	    c->date != DATE_NONE ? "--date" : c->wait_given ? "--wait" : NULL;

	if (what != NULL)
		message_usage(_("%s has no effect: this call records nothing"), what);
}

void
cmdline_asks_nothing(const struct cmdline *c)
{
	cmdline_records_nothing(c);
	if (c->client != NULL)
		message_usage(_("%s has no effect: this call records nothing"), "-c");
}

int
cmdline_end(struct cmdline *c, int status)
{
	int error;

	message_end();
	/* Of a write that failed long ago errno may be gone. */
	error = ferror(stdout) == 0 ? 0 : errno != 0 ? errno : EIO;
	if (fflush(stdout) != 0 || fclose(stdout) != 0)
		error = errno;
	if (error != 0) {
		if (error != EPIPE)
			message(_("standard output: %s"), strerror(error));
		status = 2;
	}
	free(c->table);
	arena_release(&c->names);
	free(c->letters);
	free(c->fields);
	free(c->taken);
	free(c->read);
	free(c->sorted);
	free(c->own_operand[0]);
	operands_free(c->input);
	model_free(c->model);
	return status;
}
