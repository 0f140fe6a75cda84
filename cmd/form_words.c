#include "form.h"

#include <string.h>

/* What forms say, English to Dutch; first what each field is for, as the schema has it. */
static const struct {
	const char *english, *dutch;
} words[] = {
	{ "full name", "volledige naam" },
	{ "what the client wants to be called", "zoals de cliënt genoemd wil worden" },
	{ "date of birth", "geboortedatum" },
	{ "date of registration", "datum van aanmelding" },
	{ "the client's question in the client's own words", "de vraag van de cliënt, in eigen woorden" },
	{ "life domain asked about", "leefgebied waarover de vraag gaat" },
	{ "who referred the client", "wie de cliënt heeft verwezen" },
	{ "municipality", "gemeente" },
	{ "form of help: ambulant, verblijf ...", "vorm van hulp: ambulant, verblijf ..." },
	{ "support worker", "begeleider" },
	{ "team of the support worker", "team van de begeleider" },
	{ "expected duration in weeks", "verwachte duur in weken" },
	{ "telephone number, address, e-mail", "telefoonnummer, adres, e-mail" },
	{ "who represents the client by law", "wettelijk vertegenwoordiger" },
	{ "citizen service number, nine digits that pass the eleven-test", "burgerservicenummer, negen cijfers die de elfproef doorstaan" },
	{ "id of the client in another system", "nummer van de cliënt in een ander systeem" },
	{ "decision on the registration", "besluit over de aanmelding" },
	{ "why this decision", "waarom dit besluit" },
	{ "life domain", "leefgebied" },
	{ "score on the scale", "score op de schaal" },
	{ "scale of the score; the model's first when absent", "schaal van de score; zonder: de eerste van het model" },
	{ "how things are", "hoe het gaat" },
	{ "what the client wishes", "wat de cliënt wenst" },
	{ "concern", "zorg" },
	{ "why the domain was not looked at", "waarom er niet naar dit leefgebied is gekeken" },
	{ "kind of strength", "soort kracht" },
	{ "the strength, in the client's words", "de kracht, in de woorden van de cliënt" },
	{ "name of the network member", "naam van de persoon uit het netwerk" },
	{ "relation to the client", "relatie met de cliënt" },
	{ "what this person gives to the client", "wat deze persoon de cliënt geeft" },
	{ "what this person receives from the client", "wat deze persoon van de cliënt krijgt" },
	{ "id of the goal: d1, d2 ...", "nummer van het doel: d1, d2 ..." },
	{ "the goal, in the client's words", "het doel, in de woorden van de cliënt" },
	{ "short or long term", "korte of lange termijn" },
	{ "parent goal", "doel waar dit onder valt" },
	{ "priority, 1 comes first", "prioriteit, 1 komt eerst" },
	{ "target date", "streefdatum" },
	{ "strength that is used", "kracht die wordt ingezet" },
	{ "id of the action: d1.1 ...", "nummer van het werkpunt: d1.1 ..." },
	{ "goal that the action serves", "doel waar het werkpunt bij hoort" },
	{ "what is to be done", "wat er gedaan wordt" },
	{ "who does it: client, netwerk, begeleider or a name", "wie het doet: client, netwerk, begeleider of een naam" },
	{ "strength that the worker brings", "kracht die de begeleider inbrengt" },
	{ "goal", "doel" },
	{ "action", "werkpunt" },
	{ "status", "stand" },
	{ "goal attainment, -2 ... 2", "mate van doelbereiking, -2 ... 2" },
	{ "explanation", "toelichting" },
	{ "who agrees: client, netwerk, begeleider or a name", "wie akkoord gaat: client, netwerk, begeleider of een naam" },
	{ "what is agreed on", "waarop" },
	{ "with whom, as for sharing", "met wie, zoals bij het delen van gegevens" },
	{ "yes or no", "ja of nee" },
	{ "what each may expect of the other", "wat beiden van elkaar mogen verwachten" },
	{ "remark", "opmerking" },
	{ "interim or final", "tussentijds of eind" },
	{ "decision", "besluit" },
	{ "date of the next evaluation", "datum van de volgende evaluatie" },
	{ "who was there", "wie erbij waren" },
	{ "client's satisfaction, 1-10", "tevredenheid van de cliënt, 1-10" },
	{ "client's mark for the cooperation, 1-10", "cijfer van de cliënt voor de samenwerking, 1-10" },
	{ "the note", "de notitie" },
	{ "goal that it is about", "doel waar het over gaat" },

	{ "who the client is and what is asked", "wie de cliënt is en wat de vraag is" },
	{ "decision on a registration", "het besluit over een aanmelding" },
	{ "a note", "een notitie" },

	{ "Form for client %s.", "Formulier voor cliënt %s." },
	{ "Empty form.", "Leeg formulier." },
	{ "Fill in behind the colon. A text goes on in a next line that begins with \"+ \".",
	  "Vul in achter de dubbele punt. Een tekst gaat verder op een volgende regel die met \"+ \" begint." },
	{ "Leave empty what is not to be recorded. What stands there already is recorded only when you change it,\n"
	  "and cleared when you empty it.",
	  "Laat leeg wat niet vastgelegd hoeft te worden. Wat er al staat wordt alleen vastgelegd als u het wijzigt,\n"
	  "en gewist als u het leegmaakt." },
	{ "A field may be copied where it says +. \"Op: YYYY-MM-DD\" gives a record a date of its own.",
	  "Waar een + staat mag u het veld herhalen. \"Op: JJJJ-MM-DD\" geeft een record een eigen datum." },
	{ "Client may stay empty when the form is read back for one dossier.",
	  "Client mag leeg blijven als het formulier voor één dossier wordt ingelezen." },
	{ "Read back with: %s --fill=FORM FILE", "Inlezen met: %s --fill=FORMULIER BESTAND" },
	{ "YYYY-MM-DD", "JJJJ-MM-DD" },
	{ "+ may be repeated", "+ mag vaker" },
	{ "Goals: what the client wants, in the client's own words. Leave Doel empty for a new goal; it gets the next number.",
	  "Doelen: wat de cliënt wil, in eigen woorden. Laat Doel leeg voor een nieuw doel; het krijgt het volgende nummer." },
	{ "Actions: by which steps. Leave Werkpunt empty for a new one; without Doel it belongs to the goal above it.",
	  "Werkpunten: met welke stappen. Laat Werkpunt leeg voor een nieuw; zonder Doel hoort het bij het doel erboven." },
	{ "A new goal.", "Een nieuw doel." },
	{ "A new action.", "Een nieuw werkpunt." },
	{ "A new person.", "Een nieuwe persoon." },
	{ "People around the client: what they give, and what they receive.",
	  "Mensen om de cliënt heen: wat zij geven, en wat zij krijgen." },
	{ "Strengths of the client, on whatever life domain.", "Krachten van de cliënt, op welk leefgebied dan ook." },
	{ "Known: %s, %s: %s", "Bekend: %s, %s: %s" },
	{ "latest: %ld on %s", "laatste: %ld op %s" },
	{ "latest: %ld on %s (%s)", "laatste: %ld op %s (%s)" },
	{ "Goal %s: %s", "Doel %s: %s" },
	{ "Action %s: %s", "Werkpunt %s: %s" },
	{ "target date %s", "streefdatum %s" },
	{ "now: %s", "nu: %s" },
	{ "now: %s, since %s", "nu: %s, sinds %s" },
	{ "now: %s, score %ld, since %s", "nu: %s, score %ld, sinds %s" },
	{ "How each goal and action stands: open, bezig, behaald, deels or gestopt; a goal may have a score, "
	  "-2 (much less than hoped) ... 2 (much more).",
	  "Hoe elk doel en werkpunt ervoor staat: open, bezig, behaald, deels of gestopt; een doel mag een score hebben, "
	  "-2 (veel minder dan gehoopt) ... 2 (veel meer)." },
	{ "A new measurement of the life domains, where there is reason to.",
	  "Een nieuwe meting van de leefgebieden, waar daar reden voor is." },
	{ "Agreement or refusal.", "Akkoord of weigering." },
	{ "Evaluation: looking back together, and deciding.", "Evaluatie: samen terugkijken en besluiten." },
	{ "The last evaluation: %s, decision %s.", "De vorige evaluatie: %s, besluit %s." },
};

const char *
form_word(enum lang lang, const char *english)
{
	if (lang == LANG_NL)
		for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
			if (strcmp(words[i].english, english) == 0)
				return words[i].dutch;
	return english;
}
