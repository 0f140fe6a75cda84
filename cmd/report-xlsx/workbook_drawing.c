/* SPDX-License-Identifier: ISC */
#include "workbook_drawing.h"

#include <string.h>

#include "utf8.h"

/* pixels between charts; points of a mark and its stem; pixels from the row that begins a page */
enum { EDGE = 24, MARK = 9, STEM = 4, BELOW_BREAK = 2 };

/* Apart in grey too: five shades, dark and light by turns; then patterns of two colours. */
static const struct ink {
	lxw_color_t color, lines;
	uint8_t pattern;		/* of the lines; 0 = none */
	bool dark;
} inks[] = {
	{ 0x1F3864, 0, 0, true },
	{ 0xF4B183, 0, 0, false },
	{ 0x5B9BD5, 0, 0, false },
	{ 0xDEEBF7, 0, 0, false },
	{ 0xC55A11, 0, 0, true },
	{ 0xA9D18E, 0x385723, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL, false },
	{ 0xFFD966, 0x7F6000, LXW_CHART_PATTERN_SMALL_GRID, false },
	{ 0x404040, LXW_COLOR_WHITE, LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL, false },
	{ 0xE4D2F2, 0x7030A0, LXW_CHART_PATTERN_PERCENT_20, false },
	{ 0x7030A0, LXW_COLOR_WHITE, LXW_CHART_PATTERN_DARK_VERTICAL, false },
	{ 0xBDD7EE, 0x1F3864, LXW_CHART_PATTERN_DARK_HORIZONTAL, false },
	{ 0xF8CBAD, 0x833C0B, LXW_CHART_PATTERN_LARGE_CHECK, false },
	{ 0xD9D9D9, 0x404040, LXW_CHART_PATTERN_ZIGZAG, false },
	{ 0x385723, LXW_COLOR_WHITE, LXW_CHART_PATTERN_PERCENT_20, false }
};

enum { INKS = sizeof inks / sizeof *inks };

static void
font_of(lxw_chart_font *f, double size)
{
	memset(f, 0, sizeof *f);
	f->size = size;
	f->color = 0x404040;
	f->bold = LXW_EXPLICIT_FALSE;
}

/* The library takes a name that begins with = for a formula. */
static const char *
plain_name(struct book *b, const char *name)
{
	return name[0] == '=' ? book_text(b, " %s", name) : name;
}

static enum cell_type
series_type(const struct result_table *s)
{
	size_t i;

	for (i = 0; i < s->ncolumns; i++)
		if (s->columns[i].series)
			return s->columns[i].type;
	return CELL_COUNT;
}

/* The greatest value that a chart of the table shows. */
static long
greatest(const struct result_table *s)
{
	size_t i, j;
	long most = 0;

	for (i = 0; i < s->nrows; i++)
		for (j = 0; j < s->ncolumns && !s->rows[i].total && !s->rows[i].all; j++)
			if (s->columns[j].role == COLUMN_FIGURE &&
			    s->rows[i].cells[j].number > most)
				most = s->rows[i].cells[j].number;
	return most;
}

static void
scale(lxw_chart_axis *axis, const struct result_table *s)
{
	enum cell_type type = series_type(s);
	lxw_chart_line faint = { .color = 0xD9D9D9, .width = 0.75F };

	chart_axis_major_gridlines_set_visible(axis, LXW_TRUE);
	chart_axis_major_gridlines_set_line(axis, &faint);
	chart_axis_set_num_format(axis, type == CELL_MEAN ? "0.0" : "#,##0");
	chart_axis_set_min(axis, 0);
	if (type == CELL_PERCENT)
		chart_axis_set_max(axis, 100);
	else if (type != CELL_MEAN && greatest(s) < 8)
		chart_axis_set_major_unit(axis, 1);
}

void
drawing_begin(struct drawing *d, struct book *b, const struct result_table *s,
    enum lxw_chart_type type, const char *title)
{
	lxw_chart_font font;
	bool bars = type == LXW_CHART_BAR || type == LXW_CHART_BAR_STACKED;
	lxw_chart_axis *names, *values;

	d->book = b;
	d->sheet = s;
	d->placed = book_placed(b, s);
	d->label = s->label;
	d->most = NULL;
	d->n = 0;
	d->chart = workbook_add_chart(b->workbook, (uint8_t)type);
	/* For the library x is what lies, y what stands. */
	names = bars ? d->chart->y_axis : d->chart->x_axis;
	values = bars ? d->chart->x_axis : d->chart->y_axis;
	font_of(&font, 12);
	font.bold = LXW_TRUE;
	chart_title_set_name(d->chart, plain_name(b, title));
	chart_title_set_name_font(d->chart, &font);
	font_of(&font, 9);
	chart_axis_set_num_font(names, &font);
	chart_axis_set_num_font(values, &font);
	chart_legend_set_font(d->chart, &font);
	chart_legend_set_position(d->chart, LXW_CHART_LEGEND_BOTTOM);
	scale(values, s);
	chart_axis_major_gridlines_set_visible(names, LXW_FALSE);
	if (bars) {
		chart_axis_set_reverse(names);
		chart_axis_set_crossing_max(names);
		chart_axis_set_interval_unit(names, 1);
	}
	if (s->chart == CHART_MONTHS)
		chart_axis_set_num_format(names, b->report->lang == LANG_NL ? "[$-413]mmm yyyy" :
		    "[$-809]mmm yyyy");
	chart_set_series_gap(d->chart, 60);
}

/* The bar of a series, and its numbers: in it where others stand on it, else beside it. */
static void
paint(lxw_chart_series *series, const struct ink *ink, bool labels, bool inside, const char *format)
{
	lxw_chart_line edge = { .color = 0x595959, .width = 0.5F };
	lxw_chart_fill fill = { .color = ink->color }, ground = { .color = LXW_COLOR_WHITE };
	lxw_chart_pattern pattern = { .type = ink->pattern, .fg_color = ink->lines,
	    .bg_color = ink->color };
	lxw_chart_font font;

	if (ink->pattern != 0)
		chart_series_set_pattern(series, &pattern);
	else
		chart_series_set_fill(series, &fill);
	chart_series_set_line(series, &edge);
	if (!labels)
		return;
	font_of(&font, 9);
	if (inside && ink->dark)
		font.color = LXW_COLOR_WHITE;
	chart_series_set_labels(series);
	chart_series_set_labels_font(series, &font);
	chart_series_set_labels_num_format(series, format);
	if (inside && ink->pattern != 0)
		chart_series_set_labels_fill(series, &ground);
}

/*
 * Beside a norm a figure is a mark, the first of them on a stem: the library puts no line across
 * bars.
 */
static void
paint_mark(lxw_chart_series *series, const struct ink *ink, bool first)
{
	lxw_series_error_bars *stem = series->y_error_bars;
	lxw_chart_fill fill = { .color = ink->color }, ground = { .color = LXW_COLOR_WHITE };
	lxw_chart_line none = { .none = LXW_TRUE }, edge = { .color = 0x595959, .width = 0.5F },
	    line = { .color = ink->color, .width = STEM };
	lxw_chart_font font;

	chart_series_set_line(series, &none);
	chart_series_set_marker_type(series, first ? LXW_CHART_MARKER_CIRCLE :
	    LXW_CHART_MARKER_DIAMOND);
	chart_series_set_marker_size(series, MARK);
	chart_series_set_marker_fill(series, &fill);
	chart_series_set_marker_line(series, &edge);
	if (first) {
		chart_series_set_error_bars(stem, LXW_CHART_ERROR_BAR_TYPE_PERCENTAGE, 100);
		chart_series_set_error_bars_direction(stem, LXW_CHART_ERROR_BAR_DIR_MINUS);
		chart_series_set_error_bars_endcap(stem, LXW_CHART_ERROR_BAR_NO_CAP);
		chart_series_set_error_bars_line(stem, &line);
	}
	font_of(&font, 9);
	chart_series_set_labels(series);
	chart_series_set_labels_font(series, &font);
	chart_series_set_labels_fill(series, &ground);
	chart_series_set_labels_position(series, first ? LXW_CHART_LABEL_POSITION_LEFT :
	    LXW_CHART_LABEL_POSITION_RIGHT);
}

/* Rows from..to of the column, without totals, named by the table's label. */
static lxw_chart_series *
add_series(struct drawing *d, const struct block *block, size_t column, const char *name)
{
	lxw_row_t first = d->placed->first + (lxw_row_t)block->from,
	    last = d->placed->first + (lxw_row_t)block->to - 1;
	lxw_chart_series *series = chart_add_series(d->chart, NULL, NULL);

	chart_series_set_categories(series, d->placed->name, first, (lxw_col_t)d->label, last,
	    (lxw_col_t)d->label);
	chart_series_set_values(series, d->placed->name, first, (lxw_col_t)column, last,
	    (lxw_col_t)column);
	chart_series_set_name(series, plain_name(d->book, name));
	return series;
}

void
drawing_norm(struct drawing *d, const struct block *block)
{
	size_t column = book_column(d->sheet, COL_NORM);
	lxw_chart_line line = { .color = 0x595959, .width = 1.25F,
	    .dash_type = LXW_CHART_LINE_DASH_DASH };
	lxw_chart_fill fill = { .color = LXW_COLOR_BLACK };
	lxw_chart_series *series;

	series = add_series(d, block, column, book_safe(d->book,
	    d->sheet->columns[column].heading));
	chart_series_set_line(series, &line);
	chart_series_set_marker_type(series, LXW_CHART_MARKER_SQUARE);
	chart_series_set_marker_size(series, 5);
	chart_series_set_marker_fill(series, &fill);
}

void
drawing_series(struct drawing *d, const struct block *block, size_t column, const char *name,
    bool labels)
{
	lxw_chart_series *series = add_series(d, block, column, name);

	if (d->sheet->chart == CHART_NORM)
		paint_mark(series, &inks[d->n % INKS], d->n == 0);
	else
		paint(series, &inks[d->n % INKS], labels, d->sheet->chart == CHART_STACKED,
		    series_type(d->sheet) == CELL_MEAN ? "0.0;;" : "#,##0;;");
	for (size_t i = block->from; i < block->to; i++) {
		const struct cell *c = &d->sheet->rows[i].cells[column];

		if (d->most != NULL && c->number <= d->most->number)
			continue;
		d->most = c;
		d->most_row = book_shown(d->book, &d->sheet->rows[i].cells[d->label]);
		d->most_series = name;
	}
	d->n++;
}

/* Behind the charts that stand side by side. */
static void
end_line(struct frame *f)
{
	f->x -= (int)f->n * ((int)f->width + EDGE);
	f->row += f->tallest;
	f->n = f->tallest = 0;
}

void
frame_page(struct frame *f)
{
	end_line(f);
	if (f->page == 0 || f->row == f->top || f->nbreaks == FRAME_PAGES)
		return;
	f->top += f->page;
	f->row = f->top;
	f->breaks[f->nbreaks++] = f->top;
}

/* What is seen, for who does not see it. */
static void
describe(const struct drawing *d, const char *title, char *to, size_t size)
{
	struct text t = { 0 };

	text_addf(&t, "%s.", title);
	if (d->most != NULL && d->most->number > 0) {
		text_addf(&t, " %s: %s, %s ", book_label(d->book, "Highest"), d->most_row,
		    d->most_series);
		cell_show(d->most, d->book->report->lang, &t);
		text_adds(&t, ".");
	}
	snprintf(to, size, "%.*s", (int)utf8_fit(text_string(&t), size - 1), text_string(&t));
	text_release(&t);
}

lxw_row_t
drawing_rows(double height)
{
	return (lxw_row_t)(height / BOOK_ROW_PIXELS) + 2;
}

void
drawing_finish(struct drawing *d, const char *title, struct frame *f)
{
	lxw_chart_options options = { .x_offset = f->x, .y_offset = BELOW_BREAK,
	    .object_position = LXW_OBJECT_MOVE_DONT_SIZE };
	char words[256];
	lxw_row_t rows = drawing_rows(f->height);

	if (d->n < 2)
		chart_legend_set_position(d->chart, LXW_CHART_LEGEND_NONE);
	if (f->page > 0 && f->row + rows > f->top + f->page) {
		end_line(f);
		if (f->row + rows > f->top + f->page)
			frame_page(f);
		options.x_offset = f->x;
	}
	describe(d, title, words, 200);
	options.description = words;
	options.x_scale = f->width / 480;
	options.y_scale = f->height / 288;
	worksheet_insert_chart_opt(f->worksheet, f->row, f->column, d->chart, &options);
	f->tallest = rows > f->tallest ? rows : f->tallest;
	f->x += (int)f->width + EDGE;
	if (++f->n >= f->across)
		end_line(f);
}
