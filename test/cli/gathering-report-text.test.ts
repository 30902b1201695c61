import { describe, expect, it } from 'vitest';
import { gatheringReportText } from '../../cli/gathering/report-text.ts';
import type { GatheringReport } from '../../functions/domain/gathering-report.ts';

const about = ['Gathering no. 3, “Spring dinner”', '12 March 2027, 18:30 to 20:30 (Japan time)'];
const before: GatheringReport = {
  gathering: 3,
  status: 'announced',
  invited: 9,
  answered: { yes: 6, no: 1, notYet: 2 },
  attending: { people: 3, heads: 6 },
  offered: { people: 1, heads: 1 },
  waiting: { people: 1, heads: 2 },
  currency: 'JPY',
  cost: { amount: 80_000, by: 'budget', booked: false },
};
const after: GatheringReport = {
  ...before,
  status: 'over',
  offered: { people: 0, heads: 0 },
  came: { people: 3, heads: 5, walkIns: 1, countedBy: 'check-in' },
  noShows: 1,
  cost: { amount: 92_000, by: 'what it cost', booked: true },
  fees: { amount: 15_000, booked: true },
  costPerHead: 18_400,
  survey: { answers: 3, average: '4.3', ratings: [0, 0, 0, 2, 1], comments: ['Lovely\n\u001b[31mevening.'] },
};

describe('the report of a gathering', () => {
  it('says what is known before it', () => {
    expect(gatheringReportText(before, about)).toBe(
      [
        'Gathering no. 3, “Spring dinner”: announced',
        '12 March 2027, 18:30 to 20:30 (Japan time)',
        '  invited       9 people',
        '  answered      7 people: 6 yes, 1 no; 2 did not answer',
        '  attending     3 people, 6 heads',
        '  offered       1 person; kept for them until they accept',
        '  waiting       1 person, 2 heads',
        '  cost          JPY 80,000 (the budget; not booked yet)',
      ].join('\n'),
    );
  });

  it('says what came of it, and what people said, without what would move the cursor', () => {
    expect(gatheringReportText(after, about.slice(0, 1))).toBe(
      [
        'Gathering no. 3, “Spring dinner”: over',
        '  invited       9 people',
        '  answered      7 people: 6 yes, 1 no; 2 did not answer',
        '  attending     3 people, 6 heads',
        '  waiting       1 person, 2 heads',
        '  came          3 people, 5 heads, 1 walk-in among them',
        '  no-shows      1 person',
        '  cost          JPY 92,000 (booked)',
        '  fees          JPY 15,000 (booked)',
        '  cost a head   JPY 18,400',
        'Survey: 3 answers, 4.3 of 5 on average',
        '  5: 1',
        '  4: 2',
        '  3: 0',
        '  2: 0',
        '  1: 0',
        'What they said:',
        '  Lovely [31mevening.',
      ].join('\n'),
    );
  });

  it('says where nobody was checked in, and where nobody answered the survey', () => {
    const quiet = gatheringReportText(
      {
        ...before,
        came: { people: 3, heads: 3, walkIns: 0, countedBy: 'places' },
        survey: { answers: 0, ratings: [0, 0, 0, 0, 0], comments: [] },
        cost: undefined,
      },
      about,
    );
    expect(quiet).toContain('3 people; nobody was checked in, so everybody with a place counts');
    expect(quiet).toContain('cost          not known');
    expect(quiet).toMatch(/Nobody has answered the survey\.$/);
  });
});
