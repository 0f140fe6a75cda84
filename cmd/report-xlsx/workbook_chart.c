#include "workbook_chart.h"

#include <string.h>

#include "utf8.h"

/* pixels of a bar, around them, and between charts */
enum { BLOCKS = 6, BAR_ROOM = 22, BARS_EDGE = 110, EDGE = 24, LOWEST = 260, HIGHEST = 900 };

/* Apart in grey too: dark and light by turns. */
static const lxw_color_t inks[] = {
	0x1F3864, 0xF4B183, 0x5B9BD5, 0xC55A11, 0xBDD7EE, 0x7F7F7F, 0xFFD966, 0x385723, 0xA9D18E,
	0x7030A0, 0xD9D9D9, 0x833C0B, 0x9DC3E6, 0x404040
};

enum { INKS = sizeof inks / sizeof *inks };

struct drawing {
	struct book *book;
	const struct result_table *sheet;
	const struct placed *placed;
	lxw_chart *chart;
	const struct cell *most;		/* the greatest, and what it is called */
	const char *most_row, *most_series;
	size_t label;			/* the column that names what is drawn */
	size_t n;			/* series in it */
};

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
		for (j = 0; j < s->ncolumns; j++)
			if (!s->rows[i].total && s->columns[j].role == COLUMN_FIGURE &&
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

static void
begin(struct drawing *d, struct book *b, const struct result_table *s, enum lxw_chart_type type,
    const char *title)
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

/* Rows from..to of the column, without totals, named by the table's label. */
static void
add_series(struct drawing *d, const struct block *block, size_t column, const char *name,
    bool labels)
{
	lxw_row_t first = d->placed->first + (lxw_row_t)block->from,
	    last = d->placed->first + (lxw_row_t)block->to - 1;
	lxw_chart_series *series = chart_add_series(d->chart, NULL, NULL);
	lxw_chart_fill fill = { .color = inks[d->n % INKS] };
	lxw_chart_line edge = { .color = 0x595959, .width = 0.5F };
	lxw_chart_font font;

	chart_series_set_categories(series, d->placed->name, first, (lxw_col_t)d->label, last,
	    (lxw_col_t)d->label);
	chart_series_set_values(series, d->placed->name, first, (lxw_col_t)column, last,
	    (lxw_col_t)column);
	chart_series_set_name(series, plain_name(d->book, name));
	chart_series_set_fill(series, &fill);
	chart_series_set_line(series, &edge);
	if (labels) {
		font_of(&font, 9);
		chart_series_set_labels(series);
		chart_series_set_labels_font(series, &font);
		chart_series_set_labels_num_format(series, series_type(d->sheet) == CELL_MEAN ?
		    "0.0;;" : "#,##0;;");
	}
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

static void
finish(struct drawing *d, const char *title, struct frame *f)
{
	lxw_chart_options options = { .x_offset = f->x,
	    .object_position = LXW_OBJECT_MOVE_DONT_SIZE };
	char words[256];
	lxw_row_t rows = (lxw_row_t)(f->height / BOOK_ROW_PIXELS) + 2;

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

/* The rows of the block that are no total. */
static struct block
bare(const struct result_table *s, struct block block)
{
	while (block.to > block.from && s->rows[block.to - 1].total)
		block.to--;
	return block;
}

static bool
same_labels(struct book *b, const struct result_table *s, const struct block *x,
    const struct block *y)
{
	size_t i;

	if (x->to - x->from != y->to - y->from)
		return false;
	for (i = 0; i < x->to - x->from; i++)
		if (strcmp(book_shown(b, &s->rows[x->from + i].cells[s->label]),
		    book_shown(b, &s->rows[y->from + i].cells[s->label])) != 0)
			return false;
	return true;
}

/* At most BLOCKS of them, the last ones; returns how many, and whether all have the same labels. */
static size_t
blocks(struct book *b, const struct result_table *s, struct block at[BLOCKS], bool *same)
{
	struct block next;
	size_t from, n = 0, i;

	for (from = 0; book_block(b, s, from, &next); from = next.to) {
		struct block kept = bare(s, next);

		if (kept.to == kept.from)
			continue;
		if (n == BLOCKS) {
			memmove(at, at + 1, (BLOCKS - 1) * sizeof *at);
			n--;
		}
		at[n++] = kept;
	}
	*same = true;
	for (i = 1; i < n; i++)
		*same = *same && same_labels(b, s, &at[0], &at[i]);
	return n;
}

static size_t
count_blocks(struct book *b, const struct result_table *s)
{
	struct block next;
	size_t from, n = 0;

	for (from = 0; book_block(b, s, from, &next); from = next.to)
		n += bare(s, next).to > next.from;
	return n;
}

static size_t
count_series(const struct result_table *s, size_t *first)
{
	size_t i, n = 0;

	for (i = s->ncolumns; i > 0; i--)
		if (s->columns[i - 1].series) {
			*first = i - 1;
			n++;
		}
	return n;
}

/* What a chart is of; one figure, which has no legend, is named. */
static const char *
what_of(struct book *b, const struct result_table *s, size_t series, size_t nseries)
{
	const char *title = book_safe(b, s->title);

	return nseries != 1 || strcmp(s->columns[series].name, COL_N) == 0 ? title :
	    book_text(b, "%s: %s", title, book_safe(b, s->columns[series].heading));
}

static const char *
titled(struct book *b, const char *title, const char *block)
{
	return block[0] == '\0' ? title : book_text(b, "%s · %s", title, block);
}

/* What a row of bars needs. */
static double
row_height(const struct result_table *s, size_t series)
{
	return s->chart != CHART_STACKED && series > 1 ? (double)series * BAR_ROOM * 3 / 4 :
	    (double)BAR_ROOM * 5 / 4;
}

static double
highest(const struct frame *f)
{
	double page = f->page > 3 ? (double)(f->page - 3) * BOOK_ROW_PIXELS : HIGHEST;

	return page < HIGHEST ? page : HIGHEST;
}

/* As high as its bars need. */
static double
height(const struct result_table *s, const struct block *block, size_t series,
    const struct frame *f)
{
	double h = (double)(block->to - block->from) * row_height(s, series) + BARS_EDGE;

	return h < LOWEST ? LOWEST : h > highest(f) ? highest(f) : h;
}

/* Leaves out the rows that have no room. Returns the title, which says so. */
static const char *
cut(struct book *b, const struct result_table *s, struct block *block, size_t series,
    const struct frame *f, const char *title)
{
	size_t fit = (size_t)((highest(f) - BARS_EDGE) / row_height(s, series)),
	    all = block->to - block->from;

	if (s->chart == CHART_MONTHS || all <= fit)
		return title;
	block->to = block->from + fit;
	return book_text(b, book_label(b, "%s (the first %zu of %zu)"), title, fit, all);
}

static enum lxw_chart_type
type_of(const struct result_table *s)
{
	return s->chart == CHART_MONTHS ? LXW_CHART_COLUMN : s->chart == CHART_STACKED ?
	    LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
}

/* Whether there is something to see. */
static bool
any(const struct result_table *s, const struct block *block)
{
	for (size_t i = block->from; i < block->to; i++)
		for (size_t j = 0; j < s->ncolumns; j++)
			if (s->columns[j].series && cell_length(&s->rows[i].cells[j]) > 0)
				return true;
	return false;
}

/* One chart of a block, with all series. */
static void
put_block(struct book *b, const struct result_table *s, struct block block, struct frame *f)
{
	size_t series = 0, nseries = count_series(s, &series), i;
	const char *title = titled(b, what_of(b, s, series, nseries), block.name);
	struct drawing d;

	if (!any(s, &block))
		return;
	title = cut(b, s, &block, nseries, f, title);
	begin(&d, b, s, type_of(s), title);
	for (i = 0; i < s->ncolumns; i++)
		if (s->columns[i].series)
			add_series(&d, &block, i, book_safe(b, s->columns[i].heading),
			    s->chart == CHART_BARS);
	if (s->chart == CHART_STACKED)
		chart_set_series_overlap(d.chart, 100);
	f->height = s->chart == CHART_MONTHS ? 280 : height(s, &block, nseries, f);
	finish(&d, title, f);
}

static bool
has_chart(const struct result_table *s)
{
	size_t series = 0;

	return s->chart != CHART_NONE && count_series(s, &series) > 0 && s->nrows > 0;
}

/* One chart has all blocks. */
static bool
together(struct book *b, const struct result_table *s)
{
	struct block at[BLOCKS];
	size_t series = 0;
	bool same;

	return (s->chart == CHART_MONTHS && b->report->ngroups == 0) ||
	    (count_series(s, &series) == 1 && blocks(b, s, at, &same) > 1 && same);
}

bool
chart_of_blocks(struct book *b, const struct result_table *s)
{
	struct block at[BLOCKS];
	bool same;

	return has_chart(s) && !together(b, s) && blocks(b, s, at, &same) > 1;
}

void
chart_put_of(struct book *b, const struct result_table *s, const char *key, struct frame *f)
{
	struct block block;
	size_t from;

	for (from = 0; chart_of_blocks(b, s) && book_block(b, s, from, &block); from = block.to)
		if (strcmp(block.key, key) == 0)
			put_block(b, s, bare(s, block), f);
}

size_t
chart_put_all(struct book *b, const struct result_table *s, struct frame *f)
{
	struct block at[BLOCKS], all = { 0 };
	size_t series = 0, n, i;
	struct drawing d;
	const char *title;
	bool same;

	if (!has_chart(s) || chart_of_blocks(b, s))
		return 0;
	if (s->chart == CHART_MONTHS && b->report->ngroups == 0)
		return chart_put_months(b, s, book_safe(b, s->title), f) ? 1 : 0;
	count_series(s, &series);
	n = blocks(b, s, at, &same);
	if (n == 1)
		put_block(b, s, at[0], f);
	if (n < 2)
		return n;
	all = at[0];
	title = cut(b, s, &all, n, f, what_of(b, s, series, 1));
	if (count_blocks(b, s) > n)
		title = book_text(b, book_label(b, "%s (the last %zu of %zu)"), title, n,
		    count_blocks(b, s));
	begin(&d, b, s, type_of(s), title);
	for (i = 0; i < n; i++) {
		at[i].to = at[i].from + (all.to - all.from);
		add_series(&d, &at[i], series, at[i].name, true);
	}
	f->height = height(s, &all, n, f);
	finish(&d, title, f);
	return 1;
}

bool
chart_put_months(struct book *b, const struct result_table *s, const char *title, struct frame *f)
{
	struct block all = { 0, s->nrows, "", "" };
	struct drawing d;
	size_t i;

	if (s->nrows == 0)
		return false;
	begin(&d, b, s, LXW_CHART_COLUMN, title);
	for (i = 0; i < s->ncolumns; i++)
		if (s->columns[i].series)
			add_series(&d, &all, i, book_safe(b, s->columns[i].heading),
			    s->nrows <= 12);
	finish(&d, title, f);
	return true;
}

bool
chart_put_groups(struct book *b, const struct result_table *s, const char *const *columns,
    const char *title, struct frame *f)
{
	struct block all = { 0, s->nrows, "", "" };
	struct drawing d;
	size_t column;

	if (s->nrows == 0 || b->report->ngroups != 1 || !result_constant(s, 0))
		return false;
	begin(&d, b, s, LXW_CHART_COLUMN, title);
	d.label = 1;
	for (; *columns != NULL; columns++)
		if ((column = book_column(s, *columns)) < s->ncolumns)
			add_series(&d, &all, column, book_safe(b, s->columns[column].heading),
			    s->nrows <= 12);
	finish(&d, title, f);
	return true;
}

bool
chart_put_column(struct book *b, const struct result_table *s, size_t column, const char *title,
    struct frame *f)
{
	struct block at[BLOCKS];
	struct drawing d;
	size_t n, i;
	bool same;

	n = blocks(b, s, at, &same);
	if (n == 0)
		return false;
	begin(&d, b, s, LXW_CHART_COLUMN, title);
	for (i = same ? 0 : n - 1; i < n; i++)
		add_series(&d, &at[i], column, at[i].name[0] == '\0' ? title : at[i].name, true);
	finish(&d, title, f);
	return true;
}
