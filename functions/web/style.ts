import { createHash } from 'node:crypto';

/** The colours of mails and of pages by day. */
export const colours = {
  ink: '#1f2933',
  quiet: '#52606d',
  paper: '#fffdf9',
  accent: '#1f4e79',
  onAccent: '#ffffff',
  kaki: '#c2410c',
  hairline: '#d9d4c7',
  good: '#166534',
  bad: '#9f1239',
} as const;

/** The same by night. */
const night: Readonly<Record<keyof typeof colours, string>> = {
  ink: '#ece8df',
  quiet: '#b3b9c0',
  paper: '#161a1f',
  accent: '#9cc4ec',
  onAccent: '#10202f',
  kaki: '#fb923c',
  hairline: '#3b424b',
  good: '#86efac',
  bad: '#fda4af',
};

/** What people's own devices read best. */
export const fontFamily = 'system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans JP", sans-serif';

function variables(tokens: Readonly<Record<string, string>>): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ');
}

/** The style of every page, inlined there; its hash stands in the Content-Security-Policy. */
export const style = `
:root { color-scheme: light dark; ${variables(colours)} }
@media (prefers-color-scheme: dark) { :root { ${variables(night)} } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 ${fontFamily}; overflow-wrap: anywhere;
}
:lang(ja) { line-height: 1.7; word-break: auto-phrase; line-break: strict; }
:lang(en) { line-height: 1.55; word-break: normal; }
header, main, footer { max-width: 38.5rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 1rem; padding-top: .75rem; }
header p { margin: 0; font-weight: 600; }
header a { display: inline-flex; align-items: center; min-height: 2.75rem; }
main { padding-top: 1.75rem; padding-bottom: 3.5rem; }
h1, h2, legend { text-wrap: balance; }
p, dd, li { text-wrap: pretty; }
h1 { margin: 0 0 1.25rem; font-size: 1.625rem; line-height: 1.4; font-weight: 650; }
h2 { margin: 2.75rem 0 .75rem; font-size: 1.1875rem; line-height: 1.45; font-weight: 650; }
p, ul, dl { margin: 0 0 1rem; }
ul { padding-left: 1.25em; }
li { margin: .375rem 0; }
li::marker { color: var(--quiet); }
dt { font-weight: 600; }
dd { margin: 0 0 .875rem; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
a[href^='mailto:'] { display: inline-block; max-width: 100%; }
.quiet { color: var(--quiet); }
.address { font-weight: 600; display: inline-block; max-width: 100%; }
fieldset { margin: 2.5rem 0 0; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; margin-bottom: .75rem; font-size: 1.1875rem; line-height: 1.45; font-weight: 650; }
legend small { font-size: 1rem; font-weight: 400; color: var(--quiet); }
.choice {
  display: grid; grid-template-columns: auto 1fr; gap: 0 .875rem; align-items: start;
  padding: .875rem 1rem; margin-bottom: .625rem; min-height: 2.75rem;
  border: 1px solid var(--hairline); border-radius: 8px; cursor: pointer;
}
.choice:hover { border-color: var(--quiet); }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.choice:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.choice input { width: 1.375rem; height: 1.375rem; margin: .15rem 0 0; accent-color: var(--accent); }
.choice input:focus-visible { outline: none; }
.choice strong { display: block; font-weight: 600; }
.minor { margin-top: 1.25rem; }
.minor legend { font-size: 1rem; margin-bottom: .5rem; }
.beside { display: grid; gap: .625rem; }
.beside .choice { margin: 0; }
@media (min-width: 30rem) { .beside { grid-template-columns: repeat(3, 1fr); } }
.field { display: grid; gap: .5rem; margin: 1.25rem 0; }
.field label { font-weight: 600; }
.field small { font-size: 1rem; font-weight: 400; color: var(--quiet); }
.field input, .field select, textarea {
  width: 100%; min-height: 3.25rem; padding: .75rem 1rem; border: 1px solid var(--quiet); border-radius: 8px;
  background: transparent; color: inherit; font: inherit; line-height: inherit; scroll-margin: 12rem;
}
.field input, .field select { max-width: 24rem; }
option { background: var(--paper); color: var(--ink); }
textarea { min-height: 7rem; resize: vertical; display: block; }
[aria-invalid='true'] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
.field + .actions { margin-top: 1.25rem; }
.note { padding: .875rem 1rem; border: 1px solid var(--hairline); border-radius: 8px; }
.copied { user-select: all; -webkit-user-select: all; }
.sheet { padding: 1.25rem; margin: 1rem 0; border: 1px solid var(--hairline); border-radius: 8px; }
.sheet h3 { margin: 0 0 1rem; font-size: 1.3125rem; }
.sheet h4 { margin: 1.75rem 0 .5rem; font-size: 1.0625rem; }
.sheet > :first-child { margin-top: 0; }
.sheet > :last-child { margin-bottom: 0; }
.sheet .done { margin-bottom: .75rem; }
.done + h2 { margin-top: 0; }
.marked { border-left: 4px solid var(--accent); padding-left: .75rem; }
:target { outline: 3px solid var(--accent); outline-offset: 6px; border-radius: 2px; scroll-margin: 3rem; }
.minor-heading { margin: 1.25rem 0 .375rem; font-size: 1rem; line-height: 1.5; font-weight: 650; }
.found { list-style: none; padding: 0; }
.found li { padding: .375rem 0; margin: 0; border-bottom: 1px solid var(--hairline); }
.found li:first-child { border-top: 1px solid var(--hairline); }
.found .problem { padding-left: .75rem; }
.sheet small { font-size: 1rem; }
.field .problem { margin-bottom: .25rem; }
.over { margin: 1.5rem 0 -.5rem; }
table { width: 100%; border-collapse: collapse; margin: 1.5rem 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
th, td { padding: .625rem 0 .625rem 1rem; border-bottom: 1px solid var(--hairline); text-align: right; vertical-align: baseline; }
th:first-child { padding-left: 0; text-align: left; font-weight: 400; }
thead th { color: var(--quiet); font-weight: 400; }
.problem { color: var(--bad); font-weight: 600; padding-left: .75rem; border-left: 4px solid var(--bad); }
.done { color: var(--good); }
.done svg { display: block; }
.actions { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: .75rem; margin: 2rem 0 .75rem; }
button, .button {
  display: flex; align-items: center; justify-content: center; text-align: center;
  width: 100%; min-height: 3.25rem; padding: .625rem 1.25rem; border-radius: 8px;
  border: 1.5px solid var(--accent); background: var(--accent); color: var(--onAccent);
  font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
}
.other { background: transparent; color: var(--accent); }
.grave { border-color: var(--bad); background: var(--bad); color: var(--onAccent); }
.single { max-width: 24rem; }
.tall { display: inline-flex; align-items: center; min-height: 2.75rem; }
.apart { margin-top: 3rem; padding-top: .25rem; border-top: 1px solid var(--hairline); }
.apart h2 { margin-top: 1.5rem; }
footer { padding-bottom: 2rem; color: var(--quiet); }
footer div { border-top: 1px solid var(--hairline); padding-top: 1.25rem; }
footer p { margin: 0 0 .5rem; }
footer strong { color: var(--ink); font-weight: 600; }
.okaeri { display: flex; align-items: center; gap: .5rem; margin-top: 1.25rem; color: var(--kaki); }
.okaeri svg { flex: none; }
.code { width: 15rem; max-width: 100%; margin: 1.5rem auto .75rem; border-radius: 8px; overflow: hidden; background: #fff; }
.code svg { display: block; shape-rendering: crispEdges; }
.centred { text-align: center; }
.large { font-size: 1.25rem; }
.large strong { font-size: 1.75rem; line-height: 1.4; }
.figures { display: grid; grid-template-columns: repeat(3, 1fr); margin: 1.5rem 0; border: 1px solid var(--hairline); border-radius: 8px; }
.figures div { padding: .625rem .5rem .625rem .75rem; }
.figures div + div { border-left: 1px solid var(--hairline); }
.figures dt { font-weight: 400; color: var(--quiet); }
.figures dd { margin: 0; font-size: 1.5rem; font-weight: 650; line-height: 1.4; font-variant-numeric: tabular-nums; }
.figures small { font-size: 1rem; font-weight: 400; }
.people { list-style: none; padding: 0; }
.people li { margin: 0; padding: .875rem 0; border-bottom: 1px solid var(--hairline); }
.people li:first-child { border-top: 1px solid var(--hairline); }
.people p { margin: 0 0 .25rem; }
.people small { font-size: 1rem; color: var(--quiet); }
.beside-it, .side { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .25rem .75rem; }
.side { margin-top: .5rem; max-width: 24rem; justify-content: flex-start; gap: .625rem; }
.side button { flex: 1; min-height: 2.75rem; padding: .375rem 1rem; }
.side select, .actions select {
  min-height: 2.75rem; padding: .375rem .75rem; border: 1px solid var(--quiet); border-radius: 8px;
  background: transparent; color: inherit; font: inherit;
}
.actions select { max-width: 24rem; min-height: 3.25rem; }
.side .slight { flex: none; width: auto; border: 0; background: none; color: var(--accent); font-weight: 400; text-decoration: underline; }
.paper { display: none; }
@media print {
  :root { color-scheme: light; ${variables({ ...colours, ink: '#000', quiet: '#333', paper: '#fff', hairline: '#999' })} }
  header a, button, .button, .screen { display: none; }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .paper { display: block; }
  .paper table { font-size: .875rem; table-layout: fixed; }
  .paper :is(th, td):first-child { width: 4.75rem; }
  .paper th:nth-child(2) { width: 28%; }
  .paper th:nth-child(3) { width: 3.75rem; }
  .paper th, .paper td { padding: .5rem .75rem .5rem 0; text-align: left; font-weight: 400; vertical-align: top; }
  .paper small { display: block; }
  .paper tr { break-inside: avoid; }
  .box { display: inline-block; width: 1rem; height: 1rem; margin: .125rem .25rem 0 0; border: 1.5px solid #000; line-height: .875rem; text-align: center; vertical-align: top; }
}
`;

/** For the policy header: `style-src 'sha256-…'`. */
export const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
