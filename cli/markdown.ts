import { lexer, type MarkedToken, type Token } from 'marked';
import { type Block, type Span, textOf } from '../functions/domain/edition-content.ts';
import { decodeEntities, unseenIn } from './characters.ts';
import type { Problem } from './problems.ts';

/** Markdown taken apart into what a mail can say. What it cannot say is a problem, never dropped in silence. */

type Style = Omit<Span, 'text'>;
type Reader = {
  source: string;
  /** How far the source has been read: tokens carry no position. */
  cursor: number;
  firstLine: number;
  problems: Problem[];
};

const unsupported: Partial<Record<MarkedToken['type'], string>> = {
  blockquote: 'Quotations (>) are not supported; write a paragraph.',
  checkbox: 'Check boxes are not supported; write a plain list.',
  code: 'Code is not supported; write plain text, and begin no line with four spaces.',
  codespan: 'Code (`…`) is not supported; write plain text.',
  def: 'Link definitions are not supported; write [text](https://…) where the link is.',
  del: 'Struck-out text (~…~) is not supported; remove it, or write \\~ where a tilde is meant.',
  hr: 'Rules (---) are not supported; begin a section with a heading.',
  image: 'Images are not supported; remove it.',
  table: 'Tables are not supported; write a list.',
};

/**
 * @param source what one language says
 * @param firstLine the line of the file on which it begins
 */
export function readMarkdown(source: string, firstLine: number): { blocks: Block[]; problems: Problem[] } {
  const reader: Reader = { source, cursor: 0, firstLine, problems: [] };
  const blocks = known(lexer(source)).flatMap((token) => blockOf(token, reader));
  return { blocks, problems: reader.problems };
}

/** No extension is loaded, so every token is one of marked's own. */
function known(tokens: readonly Token[] = []): MarkedToken[] {
  return tokens.filter((_token): _token is MarkedToken => true);
}

function blockOf(token: MarkedToken, reader: Reader): Block[] {
  return within(token.raw, reader, (line) => {
    switch (token.type) {
      case 'space':
        return [];
      case 'heading':
        return headingOf(line, runOf(token.tokens, reader), reader);
      case 'paragraph': {
        const spans = runOf(token.tokens, reader);
        return spans.length > 0 ? [{ kind: 'paragraph', line, spans }] : [];
      }
      case 'list':
        if (token.ordered) refuse(reader, line, 'Numbered lists are not supported; begin each line with "- ".');
        return [{ kind: 'list', line, items: token.items.flatMap((item) => itemOf(item, reader)) }];
      case 'html':
        refuse(reader, line, htmlAdvice(token.raw));
        return [];
      default:
        refuse(reader, line, unsupported[token.type] ?? 'This is not supported; write a paragraph.');
        return [];
    }
  });
}

function headingOf(line: number, spans: Span[], reader: Reader): Block[] {
  if (spans.some(({ url }) => url)) refuse(reader, line, 'A heading cannot be a link; put the link in a paragraph.');
  if (spans.length === 0) refuse(reader, line, 'The heading is empty; write one or remove the #.');
  return spans.length > 0 ? [{ kind: 'heading', line, text: textOf(spans) }] : [];
}

function itemOf(item: Extract<MarkedToken, { type: 'list_item' }>, reader: Reader): { line: number; spans: Span[] }[] {
  return within(item.raw, reader, (line) => {
    const [text, ...more] = known(item.tokens).filter(({ type }) => type !== 'space');
    if (text?.type !== 'text' && text?.type !== 'paragraph') {
      refuse(reader, line, (text && unsupported[text.type]) ?? 'A list item must be text; write it after the "- ".');
      return [];
    }
    const spans = within(text.raw, reader, () => runOf(text.tokens, reader));
    for (const { raw, type } of more) {
      const advice =
        type === 'list'
          ? 'Lists inside lists are not supported; write one flat list.'
          : 'A list item is one paragraph; put what follows after the list.';
      within(raw, reader, (line) => refuse(reader, line, unsupported[type] ?? advice));
    }
    return spans.length > 0 ? [{ line, spans }] : [];
  });
}

function runOf(tokens: readonly Token[] | undefined, reader: Reader): Span[] {
  return joined(spansOf(tokens, {}, reader));
}

function spansOf(tokens: readonly Token[] | undefined, style: Style, reader: Reader): Span[] {
  return known(tokens).flatMap((token) =>
    within(token.raw, reader, (line): Span[] => {
      switch (token.type) {
        case 'text':
          return token.tokens
            ? spansOf(token.tokens, style, reader)
            : [{ ...style, text: plainText(token.raw, line, reader) }];
        case 'escape':
          // Both backslashes of \\server\share stay, as its writer meant.
          return [{ ...style, text: token.text === '\\' ? token.raw : token.text }];
        case 'br':
          return [{ ...style, text: '\n' }];
        case 'em':
          return spansOf(token.tokens, style, reader);
        case 'strong':
          return spansOf(token.tokens, { ...style, strong: true }, reader);
        case 'link': {
          const url = targetOf(token, line, reader);
          if (token.autolink) return [{ ...style, text: token.text, ...url }];
          const spans = spansOf(token.tokens, { ...style, ...url }, reader);
          if (!textOf(spans).trim()) refuse(reader, line, 'The link has no words to press; write [text](https://…).');
          return spans;
        }
        case 'html':
          refuse(reader, line, htmlAdvice(token.raw));
          return [];
        default:
          refuse(reader, line, unsupported[token.type] ?? 'This is not supported; write plain text.');
          return [];
      }
    }),
  );
}

function targetOf(
  { href, raw, title, autolink }: Extract<MarkedToken, { type: 'link' }>,
  line: number,
  reader: Reader,
): { url?: string } {
  const no = (what: string) => {
    refuse(reader, line, what);
    return {};
  };
  if (title) return no('A link has no title; remove the words in quotation marks after its address.');
  // Japanese goes on without a space, and would become part of the address.
  if (autolink && !raw.startsWith('<') && /[^!-~]/.test(raw)) {
    return no('The link runs into the text after it; write <https://…> or [text](https://…).');
  }
  const target = autolink ? href : read(href, line, reader);
  const url = URL.canParse(target) ? new URL(target) : undefined;
  if (!url) return no('The link has no full address; begin it with https:// or mailto:.');
  if (url.username || url.password) return no('The link carries a user name or password; remove it.');
  if (url.protocol === 'mailto:') {
    return /^[^@\s]+@[^@\s]+$/.test(url.pathname) ? { url: url.href } : no('The mailto: link needs one address.');
  }
  return url.protocol === 'https:'
    ? { url: url.href }
    : no(`Links with ${url.protocol} are not supported; use https:// or mailto:.`);
}

function htmlAdvice(raw: string): string {
  return raw.trimStart().startsWith('<!--')
    ? 'Comments are not supported; only <!-- ja --> and <!-- en -->, each alone on its line, begin a language.'
    : 'HTML is not supported; write it in Markdown, or \\< where the sign itself is meant.';
}

function plainText(raw: string, line: number, reader: Reader): string {
  const lines = raw.split('\n').map((text, index) => {
    const at = line + index;
    if (text.includes('**')) {
      refuse(
        reader,
        at,
        'The ** makes nothing bold here; keep punctuation such as 「」 outside it, or put a space beside it.',
      );
    }
    if (text.includes('](')) refuse(reader, at, 'This link is not complete; write [text](https://…) without spaces.');
    return read(text, at, reader);
  });
  return lines.join('\n');
}

function read(text: string, line: number, reader: Reader): string {
  const { text: decoded, unknown } = decodeEntities(text);
  for (const entity of unknown) refuse(reader, line, `${entity} is not known; write the character itself.`);
  const unseen = unseenIn(decoded);
  if (decoded !== text && unseen) refuse(reader, line, `${unseen} cannot be seen and is not allowed; remove it.`);
  return decoded;
}

/** Lines become one text: with a space, but for Japanese. Neighbours that look the same become one span. */
function joined(spans: readonly Span[]): Span[] {
  const whole = textOf(spans);
  let at = 0;
  const runs: Span[] = [];
  for (const span of spans) {
    const start = at;
    at += span.text.length;
    const text = span.text.replace(/[ \t]*\n\s*/g, (gap, index: number) =>
      spaceBetween(whole.slice(0, start + index), whole.slice(start + index + gap.length)),
    );
    const last = runs.at(-1);
    if (last && last.url === span.url && last.strong === span.strong) last.text += text;
    else runs.push({ ...span, text });
  }
  const [first] = runs;
  if (first) first.text = first.text.trimStart();
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return runs.filter(({ text }) => text !== '');
}

const eastAsian = String.raw`[\p{Script=Han}\u3000-\u30ff\uff00-\uffef]`;
const endsEastAsian = new RegExp(`${eastAsian}\\s*$`, 'u');
const beginsEastAsian = new RegExp(`^\\s*${eastAsian}`, 'u');

function spaceBetween(before: string, after: string): string {
  return before.trim() === '' || after.trim() === '' || (endsEastAsian.test(before) && beginsEastAsian.test(after))
    ? ''
    : ' ';
}

function refuse({ problems }: Reader, line: number, what: string): void {
  if (!problems.some((problem) => problem.line === line && problem.what === what)) problems.push({ line, what });
}

/** Does something with the line on which a token begins, and leaves the cursor behind the token. */
function within<T>(raw: string, reader: Reader, act: (line: number) => T): T {
  // A list item's further lines lose their indentation, so each line is looked for by itself.
  let start: number | undefined;
  let end = reader.cursor;
  for (const line of raw.split('\n')) {
    const at = reader.source.indexOf(line, end);
    if (at < 0) continue;
    start ??= at;
    end = at + line.length;
  }
  const from = start ?? reader.cursor;
  reader.cursor = from;
  const result = act(reader.firstLine + reader.source.slice(0, from).split('\n').length - 1);
  reader.cursor = Math.max(end, from);
  return result;
}
