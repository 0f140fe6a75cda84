/* SPDX-License-Identifier: ISC */
#ifndef FASEN_LABEL_TABLE_H
#define FASEN_LABEL_TABLE_H

/*
 * The words of label(), by document: for label.c and its tables only. A table ends with an entry
 * without English.
 */
struct label_entry {
	const char *english, *dutch;
};

extern const struct label_entry label_plan[];	/* persoonsbeschrijving, begeleidingsplan, web,
						   calendar */
extern const struct label_entry label_codes[];	/* of label_code(): codes of a dossier */
extern const struct label_entry label_show[];	/* lijst, tijdlijn, dossier, reiskaart; who is
						   ready for the next phase */
extern const struct label_entry label_form[];	/* forms to fill in */
extern const struct label_entry label_report[];	/* reports: page and workbook */

#endif
