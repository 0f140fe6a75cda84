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

static struct period
quarter_with(date d)
{
	struct period period = year_with(d);
	int year, month, day, quarter;

	date_split(d, &year, &month, &day);
	quarter = (month - 1) / 3;
	period.from = date_of(year, quarter * 3 + 1, 1);
	period.to = date_add_months(period.from, 3) - 1;
	strcat(period.name, "-Q0");
	period.name[6] = (char)('1' + quarter);
	return period;
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

/* An ISO 8601 week belongs to the year of its Thursday. */
static struct period
week_with(date d)
{
	date monday = d - date_weekday(d) + 1;
	struct period period = year_with(monday + 3);
	int week = (monday + 3 - period.from) / 7 + 1;

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

bool
period_parse(const char *s, date today, struct period *period)
{
	size_t len = strlen(s);
	date d = DATE_NONE;

	if (strcmp(s, "last-month") == 0) {
		struct period current = month_with(today);
		return period_before(&current, period);
	}
	if (strcmp(s, "last-quarter") == 0) {
		struct period current = quarter_with(today);
		return period_before(&current, period);
	}
	if (len == 8 && s[4] == '-' && s[5] == 'W')
		return parse_week(s, period);
	if (len == 4 && (d = day_in(s, 4, "-01-01")) != DATE_NONE)
		*period = year_with(d);
	else if (len == 7 && s[4] == '-' && s[5] == 'Q' && s[6] >= '1' && s[6] <= '4' &&
	    (d = day_in(s, 4, "-01-01")) != DATE_NONE)
		*period = quarter_with(date_add_months(d, 3 * (s[6] - '1')));
	else if (len == 7 && (d = day_in(s, 7, "-01")) != DATE_NONE)
		*period = month_with(d);
	return d != DATE_NONE;
}

bool
period_before(const struct period *period, struct period *before)
{
	bool dates = strstr(period->name, "..") != NULL;
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
	else if (period->name[5] == 'Q')
		*before = quarter_with(last);
	else if (period->name[5] == 'W')
		*before = week_with(last);
	else
		*before = month_with(last);
	return true;
}
