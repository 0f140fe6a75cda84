/* SPDX-License-Identifier: ISC */
#include <cairo-pdf.h>
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "flow.h"
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
	bool part;
	char *foot;
	char *organisation, *logo;	/* of the letterhead */

	bool table;
	struct flow_column *columns;
	size_t ncolumns, columns_cap;
	char *caption;
	char **cells;
	size_t ncells, cells_cap;

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

static void
drop_columns(struct reading *r)
{
	for (size_t i = 0; i < r->ncolumns; i++)
		free(r->columns[i].heading);
	r->ncolumns = 0;
}

static void
begin_table(struct reading *r, const char *caption)
{
	drop_columns(r);
	replace(&r->caption, caption);
	r->table = true;
}

static void
end_table(struct reading *r)
{
	flow_table(&r->flow, r->caption, r->columns, r->ncolumns, r->cells, r->ncells);
	for (size_t i = 0; i < r->ncells; i++)
		free(r->cells[i]);
	r->ncells = 0;
	r->table = false;
}

/* A line within a table. */
static void
take_table(struct reading *r)
{
	const struct source *s = &r->source;
	char **fields = s->fields;

	if (strcmp(s->word, "column") == 0 && s->n == 3 && r->ncells == 0) {
		struct flow_column *column;
		long weight;

		if (!schema_number(fields[0], &weight) || weight < 1 || weight > 1000)
			source_refuse(s, _("a weight from 1 to 1000"));
		r->columns = alloc_room(r->columns, &r->columns_cap, r->ncolumns + 1,
		    sizeof *r->columns);
		column = &r->columns[r->ncolumns++];
		*column = (struct flow_column){ alloc_copy(fields[2]), (int)weight,
		    strcmp(fields[1], "right") == 0 };
	} else if (strcmp(s->word, "row") == 0 && s->n == r->ncolumns && s->n != 0) {
		r->cells = alloc_room(r->cells, &r->cells_cap, r->ncells + s->n, sizeof *r->cells);
		for (size_t i = 0; i < s->n; i++)
			r->cells[r->ncells++] = alloc_copy(fields[i]);
	} else if (strcmp(s->word, "table-end") == 0 && s->n == 0 && r->ncolumns != 0) {
		end_table(r);
	} else
		source_refuse(s, _("a column, a row with a field for each, or table-end"));
}

static void
take_part(struct reading *r)
{
	char **fields = r->source.fields;

	end_part(r);
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
			text_addf(&who, "\n%s", fields[i]);
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
		{ "sign", 3 }, { "page", 0 }, { "keep", 0 }, { "keep-end", 0 }
	};
	enum { LETTERHEAD, PART, H2, H3, GOAL, P, QUOTE, NOTE, PAIR, ITEM, TABLE, PICTURE, BLANK,
	    SIGNS, SIGN, PAGE, KEEP, KEEP_END, NONE };
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
	if (i != PART && !r->part)
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
	case TABLE: begin_table(r, text); break;
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

static cairo_t *
begin(struct reading *r, struct output *to)
{
	struct source *s = &r->source;
	cairo_surface_t *surface;
	char *title;

	if (!source_next(s) || strcmp(s->word, "fasen-pdf-1") != 0 || s->n != 2 ||
	    (strcmp(s->fields[0], "nl") != 0 && strcmp(s->fields[0], "en") != 0))
		source_refuse(s, _("fasen-pdf-1, a language and a title"));
	to->language = s->fields[0][0] == 'n' ? "nl" : "en";
	title = s->fields[1];
	surface = cairo_pdf_surface_create_for_stream(output_write, to, PAGE_WIDTH, PAGE_HEIGHT);
	cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "fasen-pdf");
	r->pages.surface = surface;
	r->pages.cairo = cairo_create(surface);
	cairo_tag_begin(r->pages.cairo, "Document", NULL);
	faces_begin(&r->faces, r->pages.cairo, to->language);
	r->flow.faces = &r->faces;
	return r->pages.cairo;
}

static void
release(struct reading *r)
{
	source_release(&r->source);
	flow_release(&r->flow);
	faces_end(&r->faces);
	drop_columns(r);
	free(r->columns);
	free(r->cells);
	replace(&r->foot, NULL);
	replace(&r->organisation, NULL);
	replace(&r->logo, NULL);
	replace(&r->caption, NULL);
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
		message(_("standard output: %s"), strerror(error));
	return 2;
}

/* Reads a document and draws it. The exit status. */
static int
draw(void)
{
	struct reading r = { .source = { .from = stdin } };
	struct output to = { .to = stdout };
	cairo_t *cairo = begin(&r, &to);
	cairo_status_t status;
	bool ended = false, known, whole;

	while (!ended && source_next(&r.source)) {
		ended = strcmp(r.source.word, "end") == 0 && !r.table;
		if (r.table)
			take_table(&r);
		else if (!ended)
			take(&r);
		if (ferror(stdout))
			break;
	}
	if (!ferror(stdout) && (!ended || source_next(&r.source)))
		source_refuse(&r.source, _("the line end, and nothing behind it"));
	write_held(&r, true);
	end_part(&r);
	cairo_tag_end(cairo, "Document");
	cairo_destroy(cairo);
	cairo_surface_finish(r.pages.surface);
	status = cairo_surface_status(r.pages.surface);
	cairo_surface_destroy(r.pages.surface);
	known = output_end(&to);
	whole = faces_whole(&r.faces);
	release(&r);
	if (fflush(stdout) != 0 || ferror(stdout))
		return output_failed(to.error != 0 ? to.error : errno);
	if (status != CAIRO_STATUS_SUCCESS || !known) {
		message(_("cairo: %s"), known ? cairo_status_to_string(status) :
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
				fputs("--help||\n--version||\n", stdout);	/* for completion */
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
