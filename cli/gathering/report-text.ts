import type { GatheringReport } from '../../functions/domain/gathering-report.ts';
import { moneyInWords } from '../../functions/domain/money.ts';
import { oneLine } from '../../functions/domain/wording.ts';
import { count } from '../print.ts';

/** What the report of a gathering says. */

type Count = GatheringReport['attending'];

/**
 * The report for people.
 * @param about the gathering and when it is, a line each
 */
export function gatheringReportText(report: GatheringReport, about: readonly string[]): string {
  const { status, survey } = report;
  const [first = '', ...more] = about;
  return [
    `${first}: ${status}`,
    ...more,
    ...[...audienceRows(report), ...doorRows(report), ...moneyRows(report)].map(
      ([name, text]) => `  ${name.padEnd(12)}  ${text}`,
    ),
    ...(survey ? surveyLines(survey) : []),
  ].join('\n');
}

type Row = readonly [name: string, text: string];

function audienceRows({ invited, answered: { yes, no, notYet }, attending, offered, waiting }: GatheringReport): Row[] {
  return [
    ['invited', people(invited)],
    ['answered', `${people(yes + no)}: ${yes} yes, ${no} no; ${notYet} did not answer`],
    ['attending', counted(attending)],
    ...(offered.people > 0 ? [['offered', `${counted(offered)}; kept for them until they accept`] as const] : []),
    ['waiting', counted(waiting)],
  ];
}

function doorRows({ came, noShows }: GatheringReport): Row[] {
  const how =
    came?.countedBy === 'places'
      ? '; nobody was checked in, so everybody with a place counts'
      : came && came.walkIns > 0
        ? `, ${count(came.walkIns, 'walk-in')} among them`
        : '';
  return [
    ...(came ? [['came', `${counted(came)}${how}`] as const] : []),
    ...(noShows === undefined ? [] : [['no-shows', people(noShows)] as const]),
  ];
}

function moneyRows({ cost, fees, costPerHead, currency }: GatheringReport): Row[] {
  const money = (amount: number) => moneyInWords(amount, currency, 'en');
  const booked = (is: boolean) => (is ? 'booked' : 'not booked yet');
  return [
    ...(cost
      ? [
          [
            'cost',
            `${money(cost.amount)} (${cost.by === 'budget' ? 'the budget; ' : ''}${booked(cost.booked)})`,
          ] as const,
        ]
      : [['cost', 'not known'] as const]),
    ...(fees ? [['fees', `${money(fees.amount)} (${booked(fees.booked)})`] as const] : []),
    ...(costPerHead === undefined ? [] : [['cost a head', money(costPerHead)] as const]),
  ];
}

function surveyLines({ answers, average, ratings, comments }: NonNullable<GatheringReport['survey']>): string[] {
  if (!average) return ['Nobody has answered the survey.'];
  return [
    `Survey: ${count(answers, 'answer')}, ${average} of 5 on average`,
    ...ratings.map((many, index) => `  ${index + 1}: ${many}`).reverse(),
    ...(comments.length > 0 ? ['What they said:', ...comments.map((comment) => `  ${oneLine(comment)}`)] : []),
  ];
}

function counted({ people: number, heads }: Count): string {
  return number === heads ? people(number) : `${people(number)}, ${count(heads, 'head')}`;
}

function people(number: number): string {
  return count(number, 'person', 'people');
}
