/* SPDX-License-Identifier: ISC */
#include "period.h"

#include <string.h>

static void
add_date(char *to, date d)
{
	char day[DATE_SIZE];

	strcat(to, date_format(d, day));
}

struct period
period_of(date from, date to)
{
	struct period period = { .from = from, .to = to };

	add_date(period.name, from);
	strcat(period.name, "..");
	add_date(period.name, to);
	return period;
}

bool
period_dated(const struct period *p)
{
	return strstr(p->name, "..") != NULL;
}

static struct period
year_with(date d)
{
	struct period period = { 0 };
	int year, month, day;

	date_split(d, &year, &month, &day);
	period.from = date_of(year, 1, 1);
	period.to = date_of(year, 12, 31);
	add_date(period.name, d);
	period.name[4] = '\0';
	return period;
}

/* The part of the year of so many months that the day is in. */
static struct period
part_with(date d, int months, const char *letter)
{
	struct period period = year_with(d);
	int year, month, day, part;

	date_split(d, &year, &month, &day);
	part = (month - 1) / months;
	period.from = date_of(year, part * months + 1, 1);
	period.to = date_add_months(period.from, months) - 1;
	strcat(period.name, letter);
	period.name[6] = (char)('1' + part);
	return period;
}

static struct period
half_with(date d)
{
	return part_with(d, 6, "-H0");
}

static struct period
quarter_with(date d)
{
	return part_with(d, 3, "-Q0");
}

static struct period
month_with(date d)
{
	struct period period = { 0 };
	int year, month, day;

	date_split(d, &year, &month, &day);
	period.from = date_of(year, month, 1);
	period.to = date_add_months(period.from, 1) - 1;
	add_date(period.name, d);
	period.name[7] = '\0';
	return period;
}

/* An ISO 8601 week belongs to the year of its Thursday; one that ends after 2199 has no name. */
static struct period
week_with(date d)
{
	date monday = d - date_weekday(d) + 1;
	struct period period = { 0 };
	int week;

	if (monday + 6 > DATE_LAST)
		return period;
	period = year_with(monday + 3);
	week = (monday + 3 - period.from) / 7 + 1;
	period.from = monday;
	period.to = monday + 6;
	strcat(period.name, "-W00");
	period.name[6] = (char)('0' + week / 10);
	period.name[7] = (char)('0' + week % 10);
	return period;
}

/*
 * The day that s names when `rest` is put behind its first n characters; DATE_NONE when there is
 * none.
 */
static date
day_in(const char *s, size_t n, const char *rest)
{
	char day[DATE_SIZE] = "";

	if (strlen(s) < n || n + strlen(rest) != DATE_SIZE - 1)
		return DATE_NONE;
	strncat(day, s, n);
	strcat(day, rest);
	return date_parse(day);
}

/* s is YYYY-Www; the year has that week when its Thursday lies in it. */
static bool
parse_week(const char *s, struct period *period)
{
	date january_4 = day_in(s, 4, "-01-04");
	int week;

	if (january_4 == DATE_NONE || s[6] < '0' || s[6] > '9' || s[7] < '0' || s[7] > '9')
		return false;
	week = (s[6] - '0') * 10 + (s[7] - '0');
	if (week < 1 || january_4 + (week - 1) * 7 > DATE_LAST)
		return false;
	*period = week_with(january_4 + (week - 1) * 7);
	return strcmp(period->name, s) == 0;
}

static const struct {
	const char *name;
	struct period (*with)(date);
} kinds[] = {
	{ "year", year_with }, { "half", half_with }, { "quarter", quarter_with },
	{ "month", month_with }, { "week", week_with }
};

const char *
period_word(size_t i)
{
	return i < sizeof kinds / sizeof *kinds ? kinds[i].name : NULL;
}

/* s is this-year, last-week and so on. */
static bool
parse_relative(const char *s, date today, struct period *period)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(s + 5, kinds[i].name) == 0) {
			struct period current = kinds[i].with(today);

			*period = current;
			return current.name[0] != '\0' &&
			    (s[0] == 't' || period_before(&current, period));
		}
	return false;
}

bool
period_parse(const char *s, date today, struct period *period)
{
	size_t len = strlen(s);
	date d = DATE_NONE;

	if (strncmp(s, "this-", 5) == 0 || strncmp(s, "last-", 5) == 0)
		return parse_relative(s, today, period);
	if (len == 8 && s[4] == '-' && s[5] == 'W')
		return parse_week(s, period);
	if (len == 4 && (d = day_in(s, 4, "-01-01")) != DATE_NONE)
		*period = year_with(d);
	else if (len == 7 && s[4] == '-' && s[5] == 'Q' && s[6] >= '1' && s[6] <= '4' &&
	    (d = day_in(s, 4, "-01-01")) != DATE_NONE)
		*period = quarter_with(date_add_months(d, 3 * (s[6] - '1')));
	else if (len == 7 && s[4] == '-' && s[5] == 'H' && (s[6] == '1' || s[6] == '2') &&
	    (d = day_in(s, 4, "-01-01")) != DATE_NONE)
		*period = half_with(date_add_months(d, 6 * (s[6] - '1')));
	else if (len == 7 && (d = day_in(s, 7, "-01")) != DATE_NONE)
		*period = month_with(d);
	return d != DATE_NONE;
}

bool
period_before(const struct period *period, struct period *before)
{
	bool dates = period_dated(period);
	int days;
	date last;

	if (period->from <= DATE_FIRST || period->to < period->from)
		return false;
	days = period->to - period->from + 1;
	if (dates && period->from - DATE_FIRST < days)
		return false;
	last = period->from - 1;
	if (dates)
		*before = period_of(period->from - days, last);
	else if (strlen(period->name) == 4)
		*before = year_with(last);
	else if (period->name[5] == 'H')
		*before = half_with(last);
	else if (period->name[5] == 'Q')
		*before = quarter_with(last);
	else if (period->name[5] == 'W')
		*before = week_with(last);
	else
		*before = month_with(last);
	return true;
}

size_t
period_quarters(date at, struct period quarters[PERIOD_QUARTERS])
{
	struct period found[PERIOD_QUARTERS], next = quarter_with(at);
	size_t n = 0;
	bool more = next.to == at || period_before(&next, &next);

	while (more && n < PERIOD_QUARTERS) {
		found[n++] = next;
		more = period_before(&next, &next);
	}
	for (size_t i = 0; i < n; i++)
		quarters[i] = found[n - 1 - i];
	return n;
}
