/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "flow.h"
#include "grid.h"
#include "message.h"
#include "output.h"
#include "pages.h"
#include "schema.h"
#include "source.h"

/* What is read of a part before it is drawn. */
struct reading {
	struct source source;
	struct faces faces;
	struct flow flow;
	struct pages pages;
	struct output output;
	bool strange;		/* cairo's, or no longer to be read */
	char *title;
	bool part;
	char *foot;
	char *organisation, *logo;	/* of the letterhead */

	struct grid grid;

	char *run;		/* the word of the line before, of pairs, items and signs */
	char *held[2];		/* its fields: whether it is the last of its list shows in the
				   next line */
	bool first;
	struct flow_signer *signers;
	size_t nsigners, signers_cap;
	char *below[3];		/* below the lines to sign on: signature, name and signature,
				   place and date */
};

static void
replace(char **at, const char *s)
{
	free(*at);
	*at = s != NULL ? alloc_copy(s) : NULL;
}

/* Writes the lines to sign on that are held. */
static void
write_signs(struct reading *r)
{
	flow_signs(&r->flow, r->signers, r->nsigners);
	for (size_t i = 0; i < r->nsigners; i++)
		free(r->signers[i].text);
	r->nsigners = 0;
}

/* Writes the pair or item that is held. */
static void
write_held(struct reading *r, bool last)
{
	if (last)
		write_signs(r);
	if (r->run == NULL)
		return;
	if (strcmp(r->run, "pair") == 0)
		flow_pair(&r->flow, r->held[0], r->held[1], r->first, last);
	else
		flow_item(&r->flow, r->held[0], r->first, last);
	r->first = false;
	if (last)
		replace(&r->run, NULL);
}

static void
hold(struct reading *r)
{
	const struct source *s = &r->source;
	bool goes_on = r->run != NULL && strcmp(r->run, s->word) == 0;

	write_held(r, !goes_on);
	if (!goes_on)
		r->first = true;
	replace(&r->run, s->word);
	replace(&r->held[0], s->fields[0]);
	replace(&r->held[1], s->n > 1 ? s->fields[1] : NULL);
}

static void
end_part(struct reading *r)
{
	if (r->part)
		pages_draw(&r->pages, &r->flow, r->foot);
	flow_clear(&r->flow);
	r->part = false;
}

/* Pages after which a batch ends, with the part that is drawn then; see output.h. */
enum { BATCH_PAGES = 64 };

static void
begin_batch(struct reading *r)
{
	cairo_t *cairo = output_begin(&r->output, r->title);

	pages_begin(&r->pages, r->output.surface, cairo);
}

static void
end_batch(struct reading *r, bool last)
{
	pages_end(&r->pages, last);
	r->strange = !output_add(&r->output, last, r->pages.tags, r->pages.ntags) || r->strange;
}

static void
take_part(struct reading *r)
{
	char **fields = r->source.fields;

	end_part(r);
	if (r->pages.here >= BATCH_PAGES) {
		end_batch(r, false);
		begin_batch(r);
	}
	r->part = true;
	replace(&r->foot, fields[2]);
	if (r->logo != NULL && !flow_letterhead(&r->flow, r->organisation, r->logo))
		source_refuse(&r->source, _("a PNG in base 64 in the letterhead"));
	flow_title(&r->flow, fields[0], fields[1]);
}

static void
take_blank(struct reading *r)
{
	char **fields = r->source.fields;
	long lines;

	if (!schema_number(fields[2], &lines) || lines < 1 || lines > 100)
		source_refuse(&r->source, _("1 to 100 lines to write on"));
	flow_blank(&r->flow, fields[0], fields[1], (int)lines);
}

static void
take_signs(struct reading *r)
{
	for (size_t i = 0; i < 3; i++)
		replace(&r->below[i], r->source.fields[i]);
}

static void
take_sign(struct reading *r)
{
	char **fields = r->source.fields;
	bool named = *fields[1] != '\0';
	struct text who = { 0 };

	if (r->below[0] == NULL)
		source_refuse(&r->source, _("signs first"));
	text_adds(&who, fields[0]);
	for (size_t i = 1; i < 3; i++)
		if (*fields[i] != '\0')
			text_addf(&who, "\n%s", fields[i] + (*fields[i] == FACE_MARK));
	r->signers = alloc_room(r->signers, &r->signers_cap, r->nsigners + 1, sizeof *r->signers);
	r->signers[r->nsigners++] = (struct flow_signer){ text_take(&who), r->below[named ? 0 : 1],
	    r->below[2] };
}

/* What comes is struck through, or no longer. */
static bool
take_strike(struct reading *r)
{
	bool begin = strcmp(r->source.word, "strike") == 0;

	if (r->source.n > 0 || (!begin && strcmp(r->source.word, "strike-end") != 0))
		return false;
	write_held(r, true);
	faces_strike(r->flow.faces, begin);
	return true;
}

static bool
language(const char *s)
{
	return strcmp(s, "nl") == 0 || strcmp(s, "en") == 0;
}

/* A line outside of a table, save the first and the last of the document. */
static void
take(struct reading *r)
{
	const struct source *s = &r->source;
	const char *text = s->n > 0 ? s->fields[0] : "";
	static const struct {
		const char *word;
		size_t n;
	} lines[] = {
		{ "letterhead", 2 }, { "part", 3 }, { "h2", 1 }, { "h3", 1 }, { "goal", 1 },
		{ "p", 1 }, { "quote", 1 }, { "note", 1 }, { "pair", 2 }, { "item", 1 },
		{ "table", 1 }, { "picture", 2 }, { "blank", 3 }, { "signs", 3 },
		{ "sign", 3 }, { "page", 0 }, { "keep", 0 }, { "keep-end", 0 },
		{ "texts", 1 }
	};
	enum { LETTERHEAD, PART, H2, H3, GOAL, P, QUOTE, NOTE, PAIR, ITEM, TABLE, PICTURE, BLANK,
	    SIGNS, SIGN, PAGE, KEEP, KEEP_END, TEXTS, NONE };
	size_t i;

	for (i = 0; i < NONE; i++)
		if (strcmp(lines[i].word, s->word) == 0 && lines[i].n == s->n)
			break;
	if (i == NONE && r->part && take_strike(r))
		return;
	if (i == NONE)
		source_refuse(s, _("a word that fasen-pdf(1) names, and its fields"));
	if (i == LETTERHEAD) {
		replace(&r->organisation, text);
		replace(&r->logo, s->fields[1]);
		return;
	}
	if (i == TEXTS && language(text)) {
		r->faces.texts = *text == 'n' ? "nl" : "en";
		return;
	}
	if ((i != PART && !r->part) || i == TEXTS)
		source_refuse(s, _("a part first"));
	if (i == PAIR || i == ITEM) {
		hold(r);
		return;
	}
	if (i != SIGN)
		write_held(r, true);
	switch (i) {
	case PART: take_part(r); break;
	case H2: case H3: flow_heading(&r->flow, i == H2 ? 2 : 3, text); break;
	case GOAL: flow_goal(&r->flow, text); break;
	case P: flow_paragraph(&r->flow, text); break;
	case QUOTE: flow_quote(&r->flow, text); break;
	case NOTE: flow_note(&r->flow, text); break;
	case TABLE: grid_begin(&r->grid, text); break;
	case PICTURE:
		if (!flow_picture(&r->flow, text, s->fields[1]))
			source_refuse(s, _("SVG in a picture"));
		break;
	case BLANK: take_blank(r); break;
	case SIGNS: take_signs(r); break;
	case SIGN: take_sign(r); break;
	case PAGE: flow_fresh_page(&r->flow); break;
	case KEEP: case KEEP_END: flow_keep(&r->flow, i == KEEP); break;
	}
}

static void
begin(struct reading *r)
{
	struct source *s = &r->source;

	if (!source_next(s) || strcmp(s->word, "fasen-pdf-1") != 0 || s->n != 2 ||
	    !language(s->fields[0]))
		source_refuse(s, _("fasen-pdf-1, a language and a title"));
	r->output.language = s->fields[0][0] == 'n' ? "nl" : "en";
	replace(&r->title, s->fields[1]);
	begin_batch(r);
	faces_begin(&r->faces, r->pages.cairo, r->output.language);
	r->flow.faces = &r->faces;
}

static void
release(struct reading *r)
{
	source_release(&r->source);
	flow_release(&r->flow);
	faces_end(&r->faces);
	pages_release(&r->pages);
	grid_release(&r->grid);
	replace(&r->title, NULL);
	replace(&r->foot, NULL);
	replace(&r->organisation, NULL);
	replace(&r->logo, NULL);
	free(r->signers);
	for (size_t i = 0; i < 2; i++)
		replace(&r->held[i], NULL);
	for (size_t i = 0; i < 3; i++)
		replace(&r->below[i], NULL);
}

/* Quietly when nobody reads any more. The exit status. */
static int
output_failed(int error)
{
	if (error != EPIPE)
		message(_("standard output: %s"), problem_errno(error));
	return 2;
}

/* Reads a document and draws it. The exit status. */
static int
draw(void)
{
	struct reading r = { .source = { .from = stdin }, .output = { .to = stdout } };
	bool ended = false, whole;

	begin(&r);
	while (!ended && !r.strange && source_next(&r.source)) {
		ended = strcmp(r.source.word, "end") == 0 && !r.grid.open;
		if (r.grid.open)
			grid_take(&r.grid, &r.source, &r.flow);
		else if (!ended)
			take(&r);
		if (ferror(stdout))
			break;
	}
	if (!ferror(stdout) && !r.strange && (!ended || source_next(&r.source)))
		source_refuse(&r.source, _("the line end, and nothing behind it"));
	write_held(&r, true);
	end_part(&r);
	end_batch(&r, true);
	if (!r.strange)
		output_end(&r.output);
	output_release(&r.output);
	whole = faces_whole(&r.faces);
	release(&r);
	if (fflush(stdout) != 0 || ferror(stdout))
		return output_failed(r.output.error != 0 ? r.output.error : errno);
	if (r.strange) {
		message(_("cairo: %s"), r.output.status != CAIRO_STATUS_SUCCESS ?
		    cairo_status_to_string(r.output.status) :
		    _("its PDF is not of a kind that is known here"));
		return 2;
	}
	return whole ? 0 : 1;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "help", optional_argument, NULL, 'h' }, { "version", no_argument, NULL, 'V' },
		{ 0 }
	};
	int key;

	message_begin("fasen-pdf");
	while ((key = getopt_long(argc, argv, "hV", options, NULL)) != -1)
		if (key == 'h' || key == 'V') {
			if (key == 'h' && optarg != NULL && strcmp(optarg, "words") == 0)
				fputs("--help|||\n--version|||\n", stdout);	/* for completion */
			else if (key == 'V')
				printf("fasen-pdf %s\n", FASEN_VERSION);
			else
				printf(_("Usage: fasen-pdf <DOCUMENT >FILE.pdf\n\n"
				    "Draws a document that another command writes for -T pdf; "
				    "they call it.\n\n  -h, --help     this text\n"
				    "  -V, --version  the version\n\n"
				    "Exit: 0 done, 1 a font is missing, 2 wrong call, bad input or "
				    "I/O.\nMore in %s(1).\n"), "fasen-pdf");
			return fflush(stdout) == 0 ? 0 : output_failed(errno);
		} else
			return 2;
	if (optind < argc)
		message_usage(_("no operand is expected; the document is standard input"));
	if (isatty(STDOUT_FILENO))
		message_usage(_("a PDF is no text for a terminal; write it to a file: >FILE.pdf"));
	return draw();
}
