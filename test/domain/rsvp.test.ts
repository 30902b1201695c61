import { describe, expect, it } from 'vitest';
import { Rsvp, sumOfSurvey, withoutNeeds } from '../../functions/domain/rsvp.ts';

const at = '2027-03-01T03:00:00Z';
const rsvp: Rsvp = { gathering: 3, answer: 'yes', at, needs: 'no nuts', reply: 'by train' };
const rated = (rating: number, comment?: string): Rsvp => ({
  ...rsvp,
  survey: { rating, at, ...(comment !== undefined && { comment }) },
});

it('keeps an answer and its survey, and nothing of what somebody needed, once nobody needs that', () => {
  const kept = withoutNeeds(rated(5, 'Good'));
  expect(kept).toEqual({ gathering: 3, answer: 'yes', at, survey: { rating: 5, comment: 'Good', at } });
  expect(JSON.stringify(kept)).not.toMatch(/nuts|train/);
  expect(Rsvp.parse(kept)).toEqual(kept);
  expect(rsvp.needs).toBe('no nuts');
});

describe('a survey', () => {
  it('is summed up by rating, with what people wrote', () => {
    expect(sumOfSurvey([rated(5, 'Good'), rsvp, rated(5), rated(1, ''), rated(3, 'Loud')])).toEqual({
      answers: 4,
      ratings: [1, 0, 1, 0, 2],
      comments: ['Good', 'Loud'],
    });
    expect(sumOfSurvey([rsvp])).toEqual({ answers: 0, ratings: [0, 0, 0, 0, 0], comments: [] });
  });

  it.each([0, 6, 2.5])('has no rating of %d', (rating) => {
    expect(Rsvp.safeParse(rated(rating)).success).toBe(false);
  });
});
