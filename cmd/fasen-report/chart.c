/* SPDX-License-Identifier: ISC */
#include "chart.h"

#include <string.h>

#include "html.h"
#include "lettering.h"

enum { ROWS = 40, MONTHS = 36, NAME = 240, WIDTH = 720, BAR = 16, GAP = 8, COLUMN_HEIGHT = 160,
    LETTER = 12 };

/* Rows and columns of the sheet that the chart shows. */
struct chart {
	const struct result_table *sheet;
	enum lang lang;
	size_t rows[ROWS], nrows;
	size_t series[16], nseries;
	size_t norm;			/* its column, 0 = none */
	double most;
};

static const struct cell *
cell_at(const struct chart *c, size_t row, size_t series)
{
	return &c->sheet->rows[c->rows[row]].cells[c->series[series]];
}

static double
norm_of(const struct chart *c, size_t row)
{
	return cell_length(&c->sheet->rows[c->rows[row]].cells[c->norm]);
}

static double
row_sum(const struct chart *c, size_t row)
{
	double sum = 0;

	for (size_t i = 0; i < c->nseries; i++)
		sum += cell_length(cell_at(c, row, i));
	return sum;
}

/* The rows that are like row `of` in the column that divides the table. */
static bool
gather(struct chart *c, size_t divider, size_t of)
{
	const struct result_table *s = c->sheet;
	size_t limit = s->chart == CHART_MONTHS ? MONTHS : ROWS;

	for (size_t i = 0; i < s->ncolumns && c->nseries < sizeof c->series / sizeof *c->series;
	    i++)
		if (s->columns[i].series)
			c->series[c->nseries++] = i;
	for (size_t i = 0; i < s->nrows; i++) {
		if (s->rows[i].total || s->rows[i].all || (divider < s->ncolumns &&
		    !result_same_cell(&s->rows[i].cells[divider], &s->rows[of].cells[divider])))
			continue;
		if (c->nrows == limit)
			return false;
		c->rows[c->nrows++] = i;
	}
	for (size_t i = 0; i < c->nrows; i++) {
		if (s->chart == CHART_STACKED && row_sum(c, i) > c->most)
			c->most = row_sum(c, i);
		for (size_t j = 0; j < c->nseries && s->chart != CHART_STACKED; j++)
			if (cell_length(cell_at(c, i, j)) > c->most)
				c->most = cell_length(cell_at(c, i, j));
	}
	if (c->most == 0)
		return false;
	for (size_t i = 0; i < s->ncolumns && s->chart == CHART_NORM; i++)
		if (strcmp(s->columns[i].name, COL_NORM) == 0)
			c->norm = i;
	for (size_t i = 0; i < c->nrows && c->norm > 0; i++)
		if (norm_of(c, i) > c->most)
			c->most = norm_of(c, i);
	return true;
}

/* What names the row: its label, before it what else tells rows apart. */
static void
row_name(const struct chart *c, size_t row, struct text *to)
{
	const struct result_table *s = c->sheet;

	for (size_t i = 0; i < s->ncolumns; i++) {
		bool differs = (s->columns[i].role == COLUMN_PERIOD ||
		    s->columns[i].role == COLUMN_GROUP) && !result_constant(s, i);

		if (!differs && i != s->label)
			continue;
		if (to->len > 0)
			text_adds(to, " · ");
		cell_show(&s->rows[c->rows[row]].cells[i], c->lang, to);
	}
}

static void
add_text(struct text *to, double x, double y, const char *anchor, const char *s)
{
	text_addf(to, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor);
	html_add(to, s);
	text_adds(to, "</text>\n");
}

/* What is drawn and its value, for a pointer and a screen reader. */
static void
add_title(const struct chart *c, size_t row, size_t column, struct text *to)
{
	struct text name = { 0 };

	row_name(c, row, &name);
	text_addf(&name, ", %s: ", c->sheet->columns[column].heading);
	cell_show(&c->sheet->rows[c->rows[row]].cells[column], c->lang, &name);
	text_adds(to, "<title>");
	html_add(to, text_string(&name));
	text_adds(to, "</title>");
	text_release(&name);
}

static void
add_bar(const struct chart *c, size_t row, size_t series, double x, double y, double w, double h,
    struct text *to)
{
	text_addf(to,
	    "<rect class=\"s%zu of%zu\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
	    "height=\"%.1f\">", series, c->nseries, x, y, w, h);
	add_title(c, row, c->series[series], to);
	text_adds(to, "</rect>\n");
}

/* The norm of a row across its bars. */
static void
add_norm(const struct chart *c, size_t row, double x, double y, double to_y, struct text *to)
{
	text_addf(to, "<path class=\"norm\" d=\"M%.1f %.1fV%.1f\">", x, y, to_y);
	add_title(c, row, c->norm, to);
	text_adds(to, "</path>\n");
}

static double
legend(const struct chart *c, double y, struct text *to)
{
	double x = 0;

	for (size_t i = 0; i < c->nseries; i++) {
		const char *heading = c->sheet->columns[c->series[i]].heading;
		double width = 30 + lettering_width(heading, LETTER);

		if (x > 0 && x + width > WIDTH) {
			x = 0;
			y += BAR + 4;
		}
		text_addf(to,
		    "<rect class=\"s%zu of%zu\" x=\"%.1f\" y=\"%.1f\" width=\"12\" "
		    "height=\"12\"/>\n", i, c->nseries, x, y);
		add_text(to, x + 18, y + 10.5, "start", heading);
		x += width;
	}
	if (c->norm > 0) {
		text_addf(to, "<path class=\"norm\" d=\"M%.1f %.1fV%.1f\"/>\n", x + 6, y - 1,
		    y + 13);
		add_text(to, x + 18, y + 10.5, "start", c->sheet->columns[c->norm].heading);
	}
	return y + BAR + 10;
}

static void
name_row(const struct chart *c, size_t row, double y, struct text *to)
{
	struct text name = { 0 };
	size_t n;

	row_name(c, row, &name);
	n = lettering_line(text_string(&name), LETTER, NAME - 14);
	if (n < name.len) {
		text_cut(&name, n);
		text_adds(&name, "…");
	}
	add_text(to, NAME - 8, y, "end", text_string(&name));
	text_release(&name);
}

/* Behind a line that would go through it. */
static void
value_beside(const struct chart *c, const struct cell *cell, double x, double y, double line,
    struct text *to)
{
	struct text value = { 0 };

	cell_show(cell, c->lang, &value);
	if (line > x && line < x + 8 + lettering_width(text_string(&value), LETTER))
		x = line;
	add_text(to, x + 5, y, "start", text_string(&value));
	text_release(&value);
}

/* What a row of parts is in all: published, its parts need not add up to it. */
static const struct cell *
whole_row(const struct chart *c, size_t row)
{
	size_t i = 0;

	while (strcmp(c->sheet->columns[i].name, COL_TOTAAL) != 0)
		i++;
	return &c->sheet->rows[c->rows[row]].cells[i];
}

static double
bars(const struct chart *c, double y, struct text *to)
{
	double scale = (WIDTH - NAME - 50) / c->most, thick = c->nseries > 1 ? BAR - 5 : BAR;

	for (size_t i = 0; i < c->nrows; i++) {
		double top = y, norm = c->norm > 0 ? norm_of(c, i) * scale : 0;

		name_row(c, i, y + thick * (double)c->nseries / 2 + 4, to);
		for (size_t j = 0; j < c->nseries; j++, y += thick) {
			const struct cell *cell = cell_at(c, i, j);
			double w = cell_length(cell) * scale;

			add_bar(c, i, j, NAME, y, w, thick - 1, to);
			if (cell->type != CELL_EMPTY)
				value_beside(c, cell, NAME + w, y + thick / 2 + 3.5, NAME + norm,
				    to);
		}
		if (norm > 0)
			add_norm(c, i, NAME + norm, top - 3, y + 2, to);
		y += GAP;
	}
	return y;
}

static double
stacked(const struct chart *c, double y, struct text *to)
{
	double scale = (WIDTH - NAME - 50) / c->most;

	for (size_t i = 0; i < c->nrows; i++, y += BAR + GAP) {
		double x = NAME;

		name_row(c, i, y + BAR - 4, to);
		for (size_t j = 0; j < c->nseries; j++) {
			double w = cell_length(cell_at(c, i, j)) * scale;

			if (w > 0)
				add_bar(c, i, j, x, y, w, BAR, to);
			x += w;
		}
		value_beside(c, whole_row(c, i), x, y + BAR - 4, 0, to);
	}
	return y;
}

static double
months(const struct chart *c, double y, struct text *to)
{
	double step = (double)WIDTH / (double)c->nrows, base = y + COLUMN_HEIGHT;
	double thick = step > 60 ? 14 : (step - step / 4) / (double)c->nseries;
	double scale = (COLUMN_HEIGHT - 18) / c->most;

	for (size_t i = 0; i < c->nrows; i++) {
		double middle = step * ((double)i + .5),
		x = middle - thick * (double)c->nseries / 2;
		struct text name = { 0 };

		for (size_t j = 0; j < c->nseries; j++, x += thick) {
			const struct cell *cell = cell_at(c, i, j);
			double h = cell_length(cell) * scale;

			add_bar(c, i, j, x, base - h, thick - 1, h, to);
			if (h > 0 && thick >= 9) {
				struct text value = { 0 };

				cell_show(cell, c->lang, &value);
				add_text(to, x + (thick - 1) / 2, base - h - 3, "middle",
				    text_string(&value));
				text_release(&value);
			}
		}
		row_name(c, i, &name);
		if (step >= 52)
			add_text(to, middle, base + 15, "middle", text_string(&name));
		else {
			text_addf(to, "<g transform=\"translate(%.1f %.1f) rotate(-60)\">",
			    middle + 4, base + 12);
			add_text(to, 0, 0, "end", text_string(&name));
			text_adds(to, "</g>\n");
		}
		text_release(&name);
	}
	text_addf(to, "<path class=\"axis\" d=\"M0 %.1fH%d\"/>\n", base, WIDTH);
	return base + (step >= 52 ? 22 : 58);
}

static bool
one_chart(struct text *to, const struct result_table *sheet, enum lang lang, size_t divider,
    size_t of)
{
	struct chart c = { .sheet = sheet, .lang = lang };
	struct text body = { 0 }, name = { 0 };
	double height = 4;

	if (!gather(&c, divider, of))
		return false;
	if (divider < sheet->ncolumns) {
		cell_show(&sheet->rows[of].cells[divider], lang, &name);
		add_text(&body, 0, height + 10.5, "start", text_string(&name));
		height += BAR + 4;
	}
	height = legend(&c, height, &body);
	height = sheet->chart == CHART_MONTHS ? months(&c, height, &body) :
	    sheet->chart == CHART_STACKED ? stacked(&c, height, &body) : bars(&c, height, &body);
	text_addf(to,
	    "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 %d %.0f\" "
	    "xmlns=\"http://www.w3.org/2000/svg\"><title>", WIDTH, height);
	html_add(to, sheet->title);
	if (name.len > 0) {
		text_adds(to, " · ");
		html_add(to, text_string(&name));
	}
	text_adds(to, "</title>\n");
	text_add(to, body.at, body.len);
	text_adds(to, "</svg>\n");
	text_release(&body);
	text_release(&name);
	return true;
}

bool
chart_svg(struct text *to, const struct result_table *sheet, enum lang lang)
{
	size_t divider = result_divider(sheet);
	bool any = false;

	if (sheet->chart == CHART_NONE)
		return false;
	for (size_t i = 0; i < sheet->nrows; i++) {
		size_t before = 0;

		while (divider < sheet->ncolumns && before < i && !result_same_cell(
		    &sheet->rows[before].cells[divider], &sheet->rows[i].cells[divider]))
			before++;
		if (divider == sheet->ncolumns ? i == 0 : before == i)
			any = one_chart(to, sheet, lang, divider, i) || any;
	}
	return any;
}
