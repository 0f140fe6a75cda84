/* SPDX-License-Identifier: ISC */
#include "html_form.h"

#include "html.h"
#include "tongue.h"

void
html_form_record(struct document *d, const char *kind, const char *client)
{
	d->fields++;
	text_adds(&d->out, "<div class=\"record\" data-kind=\"");
	html_add(&d->out, kind);
	text_adds(&d->out, "\" data-client=\"");
	html_add(&d->out, client);
	text_adds(&d->out, "\">\n");
}

void
html_form_record_end(struct document *d)
{
	text_adds(&d->out, "</div>\n");
}

static void
add_field_name(struct document *d, const char *field)
{
	text_adds(&d->out, " data-field=\"");
	html_add(&d->out, field);
	text_addc(&d->out, '"');
}

void
html_form_given(struct document *d, const char *field, const char *value)
{
	text_adds(&d->out, "<input type=\"hidden\"");
	add_field_name(d, field);
	text_adds(&d->out, " value=\"");
	html_add(&d->out, value);
	text_adds(&d->out, "\"/>\n");
}

void
html_form_blank(struct document *d, const char *field, const char *name,
    const char *value, int lines, bool several)
{
	text_adds(&d->out, "<p><label>");
	html_add(&d->out, name);
	text_adds(&d->out, "<br/>\n");
	if (lines == 0) {
		text_adds(&d->out, "<input type=\"date\"");
		add_field_name(d, field);
		text_adds(&d->out, " value=\"");
		html_add(&d->out, value);
		text_adds(&d->out, "\"/></label></p>\n");
		return;
	}
	text_addf(&d->out, "<textarea rows=\"%d\" cols=\"40\" dir=\"auto\"%s",
	    lines, several ? " data-several=\"\"" : "");
	add_field_name(d, field);
	if (tongue_of(value) != NULL)
		text_addf(&d->out, " lang=\"%s\" xml:lang=\"%s\"", tongue_of(value),
		    tongue_of(value));
	text_adds(&d->out, ">\n");
	html_add(&d->out, value);
	text_adds(&d->out, "</textarea></label></p>\n");
}

static void
add_choice(struct document *d, const char *field, const struct document_choice *choice,
    size_t group, bool several)
{
	text_addf(&d->out, "<label class=\"choice\"><input type=\"%s\" name=\"f%zu\"",
	    several ? "checkbox" : "radio", group);
	add_field_name(d, field);
	text_adds(&d->out, " value=\"");
	html_add(&d->out, choice->value);
	text_addf(&d->out, "\"%s/> ", choice->chosen ? " checked=\"checked\"" : "");
	html_add(&d->out, choice->words);
	text_adds(&d->out, "</label>\n");
}

/* A choice of one can be taken back: what is chosen first says nothing. */
void
html_form_choose(struct document *d, const char *field, const char *name,
    const struct document_choice *choices, size_t n, enum document_choosing how)
{
	const struct document_choice none = { "", label(d->lang, "not filled in"), true };
	size_t group = ++d->fields;

	text_adds(&d->out, "<fieldset><legend>");
	html_add(&d->out, name);
	text_adds(&d->out, "</legend>\n");
	for (size_t i = 0; i < n; i++)
		add_choice(d, field, &choices[i], group, how == CHOOSE_SEVERAL);
	if (how != CHOOSE_SEVERAL)
		add_choice(d, field, &none, group, false);
	text_adds(&d->out, "</fieldset>\n");
}

/*
 * What was filled in, as the text that --fill reads: only what is other than it was, so that what
 * nobody touched is not recorded; a field that was emptied stands there empty. A line that ends in
 * a backslash is written as recutils joins it back.
 */
static const char script[] =
	"<script>\n//<![CDATA[\n"
	"document.getElementById('save').onclick = function () {\n"
	"var out = '', client = '', records = document.querySelectorAll('.record');\n"
	"function line(name, value) {\n"
	"return value.replace(/\\r\\n?/g, '\\n').replace(/\\s+$/, "
	    "'').split('\\n').map(function (s, i) {\n"
	"return (i === 0 ? name + ':' + (s === '' ? '' : ' ') : '+ ') + s + (/\\\\$/.test(s) ? "
	    "'\\\\\\n' : '') + '\\n';\n"
	"}).join('');\n"
	"}\n"
	"function lines(name, values) {\n"
	"return (values.length > 0 ? values : ['']).map(function (v) { return line(name, v); })"
	    ".join('');\n"
	"}\n"
	"function ticked(boxes, was) {\n"
	"return boxes.filter(function (b) { return was ? b.defaultChecked : b.checked; })"
	    ".map(function (b) { return b.value; });\n"
	"}\n"
	"function several(value) {\n"
	"return value.split(/[\\r\\n]+/).filter(function (s) { return s.trim() !== ''; });\n"
	"}\n"
	"records.forEach(function (r) {\n"
	"var given = '', filled = '', done = {};\n"
	"client = r.dataset.client || client;\n"
	"r.querySelectorAll('[data-field]').forEach(function (f) {\n"
	"var name = f.dataset.field, boxes;\n"
	"if (f.type === 'hidden') given += line(name, f.value);\n"
	"else if (f.type === 'radio') filled += f.checked && !f.defaultChecked ? line(name, "
	    "f.value) : '';\n"
	"else if (f.type === 'checkbox') {\n"
	"if (done[name]) return;\n"
	"done[name] = true;\n"
	"boxes = Array.from(r.querySelectorAll('[data-field]')).filter(function (b) { return "
	    "b.name === f.name; });\n"
	"if (ticked(boxes).join() !== ticked(boxes, true).join()) filled += lines(name, "
	    "ticked(boxes));\n"
	"} else if (f.value.trim() !== f.defaultValue.trim())\n"
	"filled += 'several' in f.dataset ? lines(name, several(f.value)) : line(name, f.value);\n"
	"});\n"
	"if (filled !== '')\n"
	"out += line('Record', r.dataset.kind) + (r.dataset.client === '' ? '' : line('Client', "
	    "r.dataset.client)) + given + filled + (document.getElementById('self').checked ? "
	    "'Door: client\\n' : '') + '\\n';\n"
	"});\n"
	"var a = document.createElement('a');\n"
	"a.href = URL.createObjectURL(new Blob([out], { type: 'text/plain' }));\n"
	"a.download = 'formulier' + (client === '' ? '' : '-' + client) + '.rec';\n"
	"a.click();\n"
	"};\n//]]>\n</script>\n";

void
html_form_saving(struct document *d)
{
	text_adds(&d->out,
	    "<div class=\"saving\">\n<p><label class=\"choice\"><input type=\"checkbox\" "
	    "id=\"self\"/> ");
	html_add(&d->out, label(d->lang, "I filled this in myself"));
	text_adds(&d->out, "</label></p>\n<p><button type=\"button\" id=\"save\">");
	html_add(&d->out, label(d->lang, "Save"));
	text_adds(&d->out, "</button></p>\n<p class=\"note\">");
	html_add(&d->out,
	    label(d->lang, "Nothing is sent: what you filled in becomes a file on this device."));
	text_adds(&d->out, "</p>\n</div>\n");
	text_adds(&d->out, script);
}
