import { Command, Option } from 'commander';
import { addEdition } from '../../functions/adapters/editions.ts';
import { policy } from '../../functions/adapters/policy.ts';
import type { Letter } from '../../functions/domain/dispatch.ts';
import { reviewBy, submitEdition } from '../../functions/domain/edition.ts';
import type { EditionContent, Variant } from '../../functions/domain/edition-content.ts';
import { type Language, languages } from '../../functions/domain/language.ts';
import { languagesOf } from '../../functions/domain/variants.ts';
import { outreachLetter } from '../../functions/outreach/mails/outreach.tsx';
import { parseEditionFile } from '../edition/file.ts';
import { type Preview, previewText, type Submission, submissionText } from '../edition/text.ts';
import { print } from '../print.ts';
import { printPreview, readSubmitted, sampleNames } from '../submission/file.ts';
import { Trouble } from '../trouble.ts';
import { withoutTarget } from '../without-target.ts';

/** What is done with the file of an edition. */

/** `edition submit <file>` */
export function submitCommand(): Command {
  return new Command('submit')
    .summary('submit an edition for review')
    .argument('<file>', 'Markdown (UTF-8), with its classification, audience and titles between two lines of --- above')
    .action(async (file: string, _: unknown, command: Command) => {
      const submitted = await read(command, file);
      if (!submitted) return;
      const submission = await submit(submitted);
      print(command, submission, submissionText(submission, submitted.content, policy));
      const { outcome } = submission;
      if (outcome === 'leak' || outcome === 'not shareable') process.exitCode = 1;
    });
}

async function submit(submitted: { content: EditionContent; digest: string }): Promise<Submission> {
  const given = { now: new Date().toISOString(), policy };
  const { outcome, findings, write, same } = await addEdition((editions) => submitEdition(editions, submitted, given));
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
      const submitted = await read(command, file);
      if (!submitted) return;
      const { content } = submitted;
      const preview = previewOf(content, options.language);
      const { letters, ...result } = preview;
      await printPreview(command, {
        result,
        text: previewText(preview, content, policy),
        letters,
        output: options.output,
      });
    });
  return withoutTarget(command);
}

function previewOf(content: EditionContent, language: Language | undefined): Preview {
  const given = { now: new Date().toISOString(), policy };
  const { outcome, findings } = submitEdition([], { content, digest: '' }, given);
  if (language && !content.variants[language]) {
    throw new Trouble(
      `The edition has no text in ${language}; it speaks ${languagesOf(content.variants).join(' and ')}.`,
    );
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
    contributeUrl: 'https://alumni.example.com/contribute/sample',
    rehireUrl: 'https://alumni.example.com/rehire/sample',
    stopUrl: 'https://alumni.example.com/stop/sample',
  });
}

/** What a file says; where it cannot be read, that is printed instead. */
function read(command: Command, file: string): Promise<{ content: EditionContent; digest: string } | undefined> {
  return readSubmitted(command, file, (text) => parseEditionFile(text, policy));
}
