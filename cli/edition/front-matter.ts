import type { Audience } from '../../functions/domain/edition-content.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { Problem, Refuse } from '../problems.ts';
import { audienceOf } from '../yaml/audience.ts';
import { classOf, type InLanguages, titlesOf } from '../yaml/fields.ts';
import { entriesOf, readYaml, required } from '../yaml/map.ts';

/** What an edition says about itself, above its text. */

export type FrontMatter = {
  classification: string;
  audience: Audience;
  titles: InLanguages;
};

const whose = 'The front matter';

/** @param firstLine the line of the file on which the YAML begins */
export function readFrontMatter(
  yaml: string,
  firstLine: number,
  policy: Policy,
): FrontMatter & { problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse: Refuse = (line, what) => problems.push({ line, what });
  const read = readYaml(yaml, firstLine, whose, refuse);
  if (!read) return { classification: '', audience: {}, titles: {}, problems };

  const { root, reading } = read;
  const entries = entriesOf(root, ['classification', 'audience', 'title'], whose, reading);
  const get = (name: string, example: string) => required(entries, name, { whose, line: firstLine, example }, refuse);
  const classification = get('classification', 'classification: alumni');
  const audience = get('audience', 'audience: all');
  const title = get('title', 'title: { ja: …, en: … }');
  return {
    classification: classification ? classOf(classification, policy, refuse) : '',
    audience: audience ? audienceOf(audience, [], reading).audience : {},
    titles: title ? titlesOf(title, reading) : {},
    problems,
  };
}
