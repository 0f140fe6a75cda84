/* SPDX-License-Identifier: ISC */
#include "date.h"

#include <stdbool.h>
#include <string.h>

/* EPOCH: days from 0000-03-01 to 1970-01-01 */
enum { MARCH = 3, DAYS_400_YEARS = 146097, EPOCH = 719468 };

static bool
leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && leap(year) ? 29 : days[month - 1];
}

/*
 * A year counted from March has its leap day at the end, and its months follow one line: (153m + 2)
 * / 5 days.
 */
static date
serial(int year, int month, int day)
{
	int y = month < MARCH ? year - 1 : year;
	int m = month < MARCH ? month + 9 : month - MARCH;

	return y * 365 + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - EPOCH;
}

void
date_split(date d, int *year, int *month, int *day)
{
	int n = d + EPOCH;
	int era = n / DAYS_400_YEARS;
	int in_era = n % DAYS_400_YEARS;
	int y = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
	int in_year = in_era - (365 * y + y / 4 - y / 100);
	int m = (5 * in_year + 2) / 153;

	*day = in_year - (153 * m + 2) / 5 + 1;
	*month = m < 10 ? m + MARCH : m - 9;
	*year = era * 400 + y + (*month < MARCH);
}

date
date_of(int year, int month, int day)
{
	if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 ||
	    (day > 28 && day > days_in(year, month)))
		return DATE_NONE;
	return serial(year, month, day);
}

/* Reads n digits; -1 when there are not so many. */
static int
digits(const char *s, int n)
{
	int value = 0;

	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value;
}

/* Reads two digits, as digits(s, 2): every third line of a dossier has a date. */
static inline int
pair(const char *s)
{
	if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
		return -1;
	return (s[0] - '0') * 10 + (s[1] - '0');
}

date
date_parse(const char *s)
{
	int century, year, month, day;

	if ((century = pair(s)) < 0 || (year = pair(s + 2)) < 0 || s[4] != '-' ||
	    (month = pair(s + 5)) < 0 || s[7] != '-' || (day = pair(s + 8)) < 0 || s[10] != '\0')
		return DATE_NONE;
	return date_of(century * 100 + year, month, day);
}

/* Two digits up to `most` at *s, or one where `one`; moves behind them. */
static bool
part_of_time(const char **s, int most, bool one)
{
	int n = digits(*s, 2) >= 0 ? 2 : 1, part = n == 2 || one ? digits(*s, n) : -1;

	*s += n;
	return part >= 0 && part <= most;
}

/* A blank, which before AM may be a narrow or a hard one. */
static size_t
blank_length(const char *s)
{
	static const char *const blanks[] = { " ", "\u00A0", "\u202F" };

	for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
		if (strncmp(s, blanks[i], strlen(blanks[i])) == 0)
			return strlen(blanks[i]);
	return 0;
}

/* AM or PM behind a time, perhaps after a blank; also a.m. and p.m. */
static const char *
pass_half(const char *s)
{
	const char *at = s + blank_length(s);
	bool dots;

	if (*at == '\0' || strchr("AaPp", *at) == NULL)
		return s;
	dots = *++at == '.';
	at += dots;
	if (*at != 'M' && *at != 'm')
		return s;
	at++;
	return dots && *at == '.' ? at + 1 : at;
}

/* How far from UTC: Z, +HH, +HHMM or +HH:MM. */
static const char *
pass_zone(const char *s)
{
	const char *at = s + 1;

	if (*s == 'Z')
		return at;
	if ((*s != '+' && *s != '-') || !part_of_time(&at, 14, false))
		return s;
	if (*at == ':')
		at++;
	else if (*at == '\0')
		return at;
	return part_of_time(&at, 59, false) ? at : s;
}

/*
 * A time of day as programs write it behind a date: H:MM[:SS[.fraction]][ AM][Z]; or nothing, or
 * Z, +HH:MM or -HH:MM, as a date of XML may have it.
 */
static bool
time_or_nothing(const char *s)
{
	if (*s == '\0' || strcmp(s, "Z") == 0)
		return true;
	if (*s == '+' || *s == '-')
		return strlen(s) == 6 && s[3] == ':' && *pass_zone(s) == '\0';
	if ((*s != ' ' && *s != 'T') || (s++, !part_of_time(&s, 23, true)) || *s++ != ':' ||
	    !part_of_time(&s, 59, false))
		return false;
	if (*s == ':' && (s++, !part_of_time(&s, 60, false)))
		return false;
	if (*s == '.')
		for (s++; *s >= '0' && *s <= '9'; s++)
			;
	s = pass_zone(pass_half(s));
	return *s == '\0';
}

/* YYYYMMDD, as machines write it. */
static date
read_compact(const char *s, enum date_fault *fault)
{
	date d = date_of(digits(s, 4), digits(s + 4, 2), digits(s + 6, 2));

	*fault = d == DATE_NONE ? DATE_IMPOSSIBLE : DATE_GOOD;
	return d;
}

date
date_read(const char *s, enum date_order order, enum date_fault *fault)
{
	static const int year_at[] = { 0, 2, 2, 0 }, month_at[] = { 1, 1, 0, 1 },
	    day_at[] = { 2, 0, 1, 2 };
	int value[3], length[3];
	char between = '\0';
	date d;

	*fault = DATE_FORM;
	if ((order == DATE_ISO || order == DATE_YMD) && strspn(s, "0123456789") == 8 &&
	    time_or_nothing(s + 8))
		return read_compact(s, fault);
	for (int i = 0; i < 3; i++) {
		for (value[i] = length[i] = 0; *s >= '0' && *s <= '9' && length[i] < 5;
		    s++, length[i]++)
			value[i] = value[i] * 10 + (*s - '0');
		if (length[i] == 0)
			return DATE_NONE;
		if (i == 2)
			break;
		if ((i == 0 && (*s == '\0' ||
		    (*s != '-' && (order == DATE_ISO || (*s != '/' && *s != '.'))))) ||
		    (i == 1 && *s != between))
			return DATE_NONE;
		between = *s++;
	}
	if (!time_or_nothing(s) || length[day_at[order]] > 2 || length[month_at[order]] > 2 ||
	    length[year_at[order]] > 4 ||
	    (order == DATE_ISO && (length[1] != 2 || length[2] != 2) && length[0] == 4))
		return DATE_NONE;
	if (length[year_at[order]] < 4) {
		*fault = DATE_SHORT_YEAR;
		return DATE_NONE;
	}
	d = date_of(value[year_at[order]], value[month_at[order]], value[day_at[order]]);
	*fault = d == DATE_NONE ? DATE_IMPOSSIBLE : DATE_GOOD;
	return d;
}

char *
date_format(date d, char to[DATE_SIZE])
{
	int year, month, day;

	to[0] = '\0';
	if (d == DATE_NONE)
		return to;
	date_split(d, &year, &month, &day);
	to[0] = (char)('0' + year / 1000 % 10);
	to[1] = (char)('0' + year / 100 % 10);
	to[2] = (char)('0' + year / 10 % 10);
	to[3] = (char)('0' + year % 10);
	to[4] = to[7] = '-';
	to[5] = (char)('0' + month / 10);
	to[6] = (char)('0' + month % 10);
	to[8] = (char)('0' + day / 10);
	to[9] = (char)('0' + day % 10);
	to[10] = '\0';
	return to;
}

date
date_add_months(date d, int months)
{
	int year, month, day, count;

	if (d == DATE_NONE)
		return DATE_NONE;
	date_split(d, &year, &month, &day);
	if (months > 12 * 9999)
		months = 12 * 9999;
	if (months < -12 * 9999)
		months = -12 * 9999;
	count = year * 12 + month - 1 + months;
	if (count < 12)
		count = 12;
	if (count >= 12 * 10000)
		count = 12 * 10000 - 1;
	year = count / 12;
	month = count % 12 + 1;
	if (day > days_in(year, month))
		day = days_in(year, month);
	return serial(year, month, day);
}

date
date_add_years(date d, int years)
{
	if (years > 9999)
		years = 9999;
	if (years < -9999)
		years = -9999;
	return date_add_months(d, years * 12);
}

int
date_weekday(date d)
{
	return ((d + 3) % 7 + 7) % 7 + 1;	/* 1970-01-01 was a Thursday */
}

int
date_years(date from, date to)
{
	int year, month, day, first_year, first_month, first_day;

	date_split(to, &year, &month, &day);
	date_split(from, &first_year, &first_month, &first_day);
	return year - first_year - (month < first_month ||
	    (month == first_month && day < first_day));
}

date
date_relative(const char *s, date today)
{
	bool named = strncmp(s, "today", 5) == 0;
	date days = 0;
	size_t n;

	if (named)
		s += 5;
	if (named && *s == '\0')
		return today;
	n = *s == '\0' ? 0 : strspn(s + 1, "0123456789");
	if ((*s != '+' && !(named && *s == '-')) || n == 0 || n > 6 || s[1 + n] != '\0')
		return DATE_NONE;
	for (size_t i = 1; i <= n; i++)
		days = 10 * days + (s[i] - '0');
	days = *s == '+' ? today + days : today - days;
	return days < DATE_FIRST || days > DATE_LAST ? DATE_NONE : days;
}
