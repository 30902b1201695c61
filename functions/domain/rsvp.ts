import * as z from 'zod/mini';

/** What an alumnus said about a gathering. Where they have, or had, a place in the room, the room says how it stands. */
export const Rsvp = z.strictObject({
  /** The gathering's number. */
  gathering: z.int(),
  answer: z.enum(['yes', 'no']),
  at: z.string(),
  /** Food and access; their guests' too, without names. Personal data: only the organiser sees it, and it is deleted soon after. */
  needs: z.optional(z.string()),
  /** To the organiser's question. */
  reply: z.optional(z.string()),
  survey: z.optional(
    z.strictObject({
      rating: z.int().check(z.minimum(1), z.maximum(5)),
      comment: z.optional(z.string()),
      at: z.string(),
    }),
  ),
});
export type Rsvp = z.infer<typeof Rsvp>;

/** Characters of what somebody writes in one field at most. */
export const longestWords = 500;

/** What is left once nobody needs it any more. */
export function withoutNeeds(rsvp: Rsvp): Rsvp {
  return { ...rsvp, needs: undefined, reply: undefined };
}

/** What the answers of a survey come to. */
export type SurveySum = {
  answers: number;
  /** How many gave 1, 2, 3, 4 and 5. */
  ratings: number[];
  comments: string[];
};

export function sumOfSurvey(rsvps: readonly Rsvp[]): SurveySum {
  const surveys = rsvps.flatMap(({ survey }) => (survey ? [survey] : []));
  return {
    answers: surveys.length,
    ratings: [1, 2, 3, 4, 5].map((rating) => surveys.filter((survey) => survey.rating === rating).length),
    comments: surveys.flatMap(({ comment }) => (comment ? [comment] : [])),
  };
}
