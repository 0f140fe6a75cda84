/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FOLDING_ATTRIBUTES_H
#define FASEN_FOLDING_ATTRIBUTES_H

#include "attribute.h"
#include "folding.h"

/* A dossier that has something of everything, for tests of attributes and of terms over them. */
static struct arena arena;
static struct attribute_values values;

#define TODAY "2026-06-01"

static const char attributes_dossier[] =
    "Record: client\nClient: a\nNaam: Zoë van den Berg\nGeboren: 1990-06-02\n"
    "Aangemeld: 2026-01-05\nHulpvraag: Een huis\n"
    "Vraag: wonen\nVraag: werk\nTeam: noord\nDoelgroep: jongeren\nVerwachte_weken: 26\n"
    "Extern: 007\n\n" REC("fase", "2026-01-05", "Fase: aanmelding\n")
    REC("intake", "2026-01-10", "Besluit: geplaatst\n")
    REC("fase", "2026-01-20",
    "Fase: startfase\nReden: r\nAfwijking: aanmelding: client.Vraag >= 2\n")
    REC("leefgebied", "2026-01-21", "Leefgebied: wonen\nScore: 2\n")
    REC("leefgebied", "2026-03-21", "Leefgebied: wonen\nScore: 4\n")
    REC("leefgebied", "2026-03-21", "Leefgebied: werk\nScore: 3\n")
    REC("leefgebied", "2026-03-22", "Leefgebied: werk\nNvt: n\n")
    REC("kracht", "2026-03-22", "Leefgebied: werk\nSoort: kennis\nTekst: t\n")
    REC("netwerk", "2026-03-22", "Naam: Oma\nRelatie: oma\n")
    REC("doel", "2026-03-25", "Doel: d1\nLeefgebied: wonen\nTekst: t\nTermijn: kort\n")
    REC("doel", "2026-03-25", "Doel: d2\nLeefgebied: werk\nTekst: t\n")
    REC("doel", "2026-03-25", "Doel: d3\nLeefgebied: werk\nTekst: t\nTermijn: lang\n")
    REC("werkpunt", "2026-03-25", "Werkpunt: d1.1\nDoel: d1\nTekst: t\nWie: client\n")
    REC("stand", "2026-04-01", "Doel: d1\nStand: behaald\n")
    REC("stand", "2026-04-01", "Doel: d2\nStand: bezig\n")
    REC("akkoord", "2026-04-01", "Wie: client\nWaarop: plan\nAkkoord: ja\n")
    REC("akkoord", "2026-04-02", "Wie: client\nWaarop: plan\nAkkoord: nee\n")
    REC("fase", "2026-04-02", "Fase: uitvoering\nStreefdatum: 2026-09-01\n")
    REC("notitie", "2026-04-03", "Tekst: t\n")
    REC("evaluatie", "2026-05-01",
    "Soort: tussentijds\nBesluit: voortzetten\nVolgende: 2026-06-10\n")
    REC("bezoek", "2026-05-01", "Plek: thuis\n");

static inline void
attributes_begin(void)
{
	folding_begin();
	folding(attributes_dossier, "", TODAY);
}

static inline void
attributes_end(void)
{
	folding_end();
	arena_release(&arena);
	attribute_values_release(&values);
}

#endif
