/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DATE_H
#define FASEN_DATE_H

#include <stdbool.h>

/* A day as days since 1970-01-01 (proleptic Gregorian calendar). */
typedef int date;

enum {
	DATE_NONE = -2147483647 - 1,	/* no date; before every date */
	DATE_FIRST = -25567,		/* 1900-01-01 */
	DATE_LAST = 84005		/* 2199-12-31 */
};

enum { DATE_SIZE = 11 };	/* bytes of "YYYY-MM-DD" with its NUL */

/*
 * Reads exactly YYYY-MM-DD, 1900-2199, against the calendar. Returns DATE_NONE for anything else.
 */
date date_parse(const char *s);

/*
 * The day of year, month (1-12), day (1-31), or DATE_NONE when the calendar has none or it is
 * outside 1900-2199.
 */
date date_of(int year, int month, int day);

/* The order of a date's parts as another program writes it. */
enum date_order { DATE_ISO, DATE_DMY, DATE_MDY, DATE_YMD };

enum date_fault { DATE_GOOD, DATE_FORM, DATE_SHORT_YEAR, DATE_IMPOSSIBLE };

/*
 * Reads a date in that order: one or two digits for day and month, four for the year, between them
 * - / or . ; DATE_ISO is YYYY-MM-DD. With the year first YYYYMMDD is one too. A time of day behind
 * it, after a blank or T, with AM or PM or how far it is from UTC, is passed over. DATE_NONE with
 * *fault when it is none: another form, a year of fewer than four digits, a day that the calendar
 * does not have.
 */
date date_read(const char *s, enum date_order, enum date_fault *fault);

void date_split(date, int *year, int *month, int *day);

/* Writes YYYY-MM-DD ("" for DATE_NONE) and returns to. */
char *date_format(date, char to[DATE_SIZE]);

/*
 * The same day so many years on; 29 February becomes the 28th where there is none. This and
 * date_add_months stay in the years 1-9999, also where a dossier could not say it; DATE_NONE stays
 * so.
 */
date date_add_years(date, int years);

/* The same day so many months on (negative: back), at most the month's last day. */
date date_add_months(date, int months);

/* 1 Monday ... 7 Sunday. */
int date_weekday(date);

/* "today", "today+14", "today-30" or "+14" as a day; DATE_NONE for anything else. */
date date_relative(const char *, date today);

/* Whole years from one day to another, as an age is counted; below 0 when it comes before. */
int date_years(date from, date to);

#endif
