/* SPDX-License-Identifier: ISC */
#include "html_head.h"

#include "html.h"
#include "utf8.h"

static const char style[] =
	"html { color: #1c1c1c; background: #fff; font: 11pt/1.5 \"Source Sans 3\", \"Noto "
	    "Sans\", \"Segoe UI\", \"Helvetica Neue\", Arial, \"Noto Sans Arabic\", sans-serif; "
	    "overflow-wrap: break-word; }\n"
	"body { margin: 0 auto; padding: 1.5rem; max-width: 46rem; }\n"
	"article + article { margin-top: 4rem; }\n"
	"h1, h2, h3 { font-weight: 600; line-height: 1.25; margin: 0; break-after: avoid; }\n"
	"h1 { font-size: 1.9rem; font-weight: 300; }\n"
	"h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: "
	    "1px solid #b4b4b4; }\n"
	".goal { font-size: 1.55rem; border: 0; padding: 0; margin: 1.6rem 0 .3rem; }\n"
	"h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }\n"
	"p { margin: .4rem 0; orphans: 3; widows: 3; }\n"
	".letterhead { color: #595959; display: flow-root; margin: 0 0 1rem; }\n"
	".letterhead img { float: inline-end; max-height: 3.5rem; max-width: 14rem; }\n"
	".below { color: #595959; margin: .2rem 0 1.2rem; }\n"
	".quote { margin: .4rem 0; padding-inline-start: .8rem; "
	    "border-inline-start: 3px solid #b4b4b4; font-style: italic; }\n"
	".whole, .day { white-space: nowrap; }\n"
	".wide { overflow-x: auto; }\n"
	".note, footer { color: #595959; font-size: .85rem; }\n"
	"dl { margin: .5rem 0; }\n"
	"dt { color: #595959; grid-column: 1; }\n"
	"dd { margin: 0; grid-column: 2; }\n"
	"@supports (display: grid) { dl { display: grid; gap: .15rem 1rem; "
	    "grid-template-columns: minmax(7rem, 11rem) 1fr; } }\n"
	"ul { margin: .4rem 0; padding-left: 1.2rem; }\n"
	"table { width: 100%; border-collapse: collapse; margin: .6rem 0; font-size: .92rem; "
	    "line-height: 1.4; }\n"
	"caption { text-align: left; color: #595959; padding-bottom: .2rem; }\n"
	"thead { display: table-header-group; }\n"
	"tr { break-inside: avoid; }\n"
	"tbody tr:nth-last-child(2) { break-after: avoid; }\n"
	"th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; "
	    "border-bottom: 1px solid #d9d9d9; }\n"
	"th { font-weight: 600; border-bottom-color: #8c8c8c; }\n"
	"th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }\n"
	"figure { margin: 1rem 0; text-align: center; break-inside: avoid; }\n"
	"figure svg { max-width: 100%; height: auto; width: 34rem; }\n"
	".keep, .signs { break-inside: avoid; }\n"
	".signs { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); "
	    "gap: 1.2rem 2rem; margin-top: 1.2rem; }\n"
	".sign { display: grid; grid-template-rows: 1fr auto auto; }\n"
	".sign p { margin: 0; }\n"
	".sign .line { border-top: 1px solid #1c1c1c; color: #595959; font-size: "
	    ".8rem; padding-top: .1rem; margin-top: 2.6rem; }\n"
	".record { break-inside: avoid; margin: .8rem 0 1.4rem; }\n"
	"textarea { box-sizing: border-box; width: 100%; }\n"
	"textarea, input, button { font: inherit; color: inherit; background: #fff; "
	    "border: 1px solid #6b6b6b; border-radius: 3px; padding: .4rem; }\n"
	"button { padding: .6rem 2rem; font-weight: 600; }\n"
	"fieldset { border: 0; padding: 0; margin: .6rem 0; }\n"
	".choice { display: inline-block; padding: .3rem 1rem .3rem 0; white-space: nowrap; }\n"
	".choice input { width: 1.2rem; height: 1.2rem; vertical-align: -.2rem; }\n"
	".page { break-before: page; border: 0; margin: 0; }\n"
	"footer { margin-top: 2.5rem; }\n"
	"@media (max-width: 30rem) {\n"
	".day { white-space: normal; }\n"
	"table { font-size: .85rem; hyphens: auto; }\n"
	"th, td { padding-inline-end: .4rem; }\n"
	"}\n"
	"@media print {\n"
	"html { font-size: 10pt; }\n"
	"body { max-width: none; padding: 0; }\n"
	"article + article { break-before: page; margin: 0; }\n"
	"footer { display: none; }\n"
	".wide { overflow: visible; }\n"
	".saving { display: none; }\n"
	"textarea { line-height: 9mm; border: 0; padding: 0; resize: none; background: "
	    "repeating-linear-gradient(#fff 0 8.8mm, #8c8c8c 8.8mm 9mm); "
	    "print-color-adjust: exact; }\n"
	"}\n";

void
html_css_string(struct text *to, const char *s)
{
	struct text shown = { 0 };

	utf8_show(&shown, s, false);
	text_addc(to, '"');
	for (s = text_string(&shown); *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c == '\'')
			text_addf(to, "\\%02X ", c);
		else
			text_addc(to, (char)c);
	}
	text_addc(to, '"');
	text_release(&shown);
}

void
html_head(struct text *to, enum lang lang, const char *title, const char *foot, bool alone)
{
	const char *tag = lang == LANG_NL ? "nl" : "en";

	text_addf(to,
	    "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\" "
	    "xml:lang=\"%s\">\n"
	    "<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" "
	    "content=\"width=device-width\"/>\n"
	    "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>", tag, tag);
	html_add(to, title);
	text_adds(to, "</title>\n<style>\n");
	text_adds(to, style);
	text_adds(to, "@page { size: A4; margin: 20mm 20mm 22mm; "
	    "@bottom-left { font-size: 8pt; color: #595959; content: ");
	html_css_string(to, foot);
	/* A browser counts the pages of the file, not of a part. */
	text_addf(to, "; } @bottom-right { font-size: 8pt; color: #595959; content: %s; } }\n"
	    "</style>\n</head>\n<body>\n<main>\n",
	    alone ? "counter(page) \" / \" counter(pages)" : "counter(page)");
}
