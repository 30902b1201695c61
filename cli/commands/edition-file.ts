import { createHash } from 'node:crypto';
import { Command, Option } from 'commander';
import { addEdition } from '../../functions/adapters/editions.ts';
import { policy } from '../../functions/adapters/policy.ts';
import type { Letter } from '../../functions/domain/dispatch.ts';
import { submitEdition } from '../../functions/domain/edition.ts';
import { type EditionContent, languagesOf, type Variant } from '../../functions/domain/edition-content.ts';
import { type Language, languages } from '../../functions/domain/language.ts';
import { reviewBy } from '../../functions/domain/review.ts';
import { outreachLetter } from '../../functions/outreach/mails/outreach.tsx';
import { parseEditionFile } from '../edition/file.ts';
import { type Preview, previewText, problemsText, type Submission, submissionText } from '../edition/text.ts';
import { readGiven } from '../files.ts';
import { print } from '../print.ts';
import { sampleNames, textOf, writeLetters } from '../submission.ts';
import { Trouble } from '../trouble.ts';
import { withoutTarget } from '../without-target.ts';

/** What is done with the file of an edition. */

/** `edition submit <file>` */
export function submitCommand(): Command {
  return new Command('submit')
    .summary('submit an edition for review')
    .argument('<file>', 'Markdown (UTF-8), with its classification, audience and titles between two lines of --- above')
    .action(async (file: string, _: unknown, command: Command) => {
      const bytes = await readGiven(file);
      const content = contentOf(command, bytes);
      if (!content) return;
      const submission = await submit(content, createHash('sha256').update(bytes).digest('hex'));
      print(command, submission, submissionText(submission, content, policy));
      const { outcome } = submission;
      if (outcome === 'leak' || outcome === 'not shareable') process.exitCode = 1;
    });
}

async function submit(content: EditionContent, digest: string): Promise<Submission> {
  const given = { now: new Date().toISOString(), policy };
  const { outcome, findings, write, same } = await addEdition((editions) =>
    submitEdition(editions, { content, digest }, given),
  );
  if (outcome === 'leak' || outcome === 'not shareable') return { outcome, findings };
  const edition = write?.edition ?? same;
  if (!edition) return { outcome, findings };
  const { number, status } = edition;
  return { outcome, findings, edition: { number, status, reviewBy: reviewBy(edition, given) } };
}

/** `edition preview <file> [--language ja|en] [--output <file.html>]` */
export function previewCommand(): Command {
  const command = new Command('preview')
    .summary('show the mail of an edition and what the scan finds; stores nothing')
    .argument('<file>')
    .addOption(new Option('--language <language>', 'only the mail in this language').choices(languages))
    .option('--output <file.html>', 'write the mail as HTML')
    .action(async (file: string, options: { language?: Language; output?: string }, command: Command) => {
      const content = contentOf(command, await readGiven(file));
      if (!content) return;
      const preview = previewOf(content, options.language);
      const files = options.output === undefined ? [] : await writeLetters(options.output, preview.letters);
      const { outcome, findings, letters } = preview;
      const mails = letters.map(({ language, letter: { subject, text } }) => ({ language, subject, text }));
      const written = files.length > 0 ? `\nWritten: ${files.join(' and ')}` : '';
      print(
        command,
        { outcome, findings, mails, ...(files.length > 0 && { files }) },
        previewText(preview, content, policy) + written,
      );
    });
  return withoutTarget(command);
}

function previewOf(content: EditionContent, language: Language | undefined): Preview {
  const given = { now: new Date().toISOString(), policy };
  const { outcome, findings } = submitEdition([], { content, digest: '' }, given);
  if (language && !content.variants[language]) {
    throw new Trouble(`The edition has no text in ${language}; it speaks ${languagesOf(content).join(' and ')}.`);
  }
  const letters = languages.flatMap((each) => {
    const variant = content.variants[each];
    return variant && (!language || each === language) ? [{ language: each, letter: letterIn(each, variant) }] : [];
  });
  return { outcome, findings, letters };
}

function letterIn(language: Language, variant: Variant): Letter {
  return outreachLetter({
    language,
    policy,
    name: sampleNames[language],
    greeting: { kind: 'regular' },
    edition: { number: 1, variant },
    preferencesUrl: 'https://alumni.example.com/preferences/sample',
    stopUrl: 'https://alumni.example.com/stop/sample',
  });
}

/** What a file says; where it cannot be read, that is printed instead. */
function contentOf(command: Command, bytes: Uint8Array): EditionContent | undefined {
  const file = parseEditionFile(textOf(bytes), policy);
  if (file.ok) return file.content;
  const { problems } = file;
  print(command, { outcome: 'not readable', problems }, problemsText(problems));
  process.exitCode = 1;
  return undefined;
}
