import { beforeAll, describe, expect, it } from 'vitest';
import { decideOnGathering } from '../../functions/adapters/gatherings.ts';
import { linkPath } from '../../functions/adapters/links.ts';
import { checkIn } from '../../functions/adapters/room-door.ts';
import { lapseOffers, offerPlaces, setRoom } from '../../functions/adapters/rooms.ts';
import { readRsvp } from '../../functions/adapters/rsvps.ts';
import { stepDone } from '../../functions/domain/gathering-notes.ts';
import { cancelGathering } from '../../functions/domain/plan-submission.ts';
import { longestWords } from '../../functions/domain/rsvp.ts';
import { app } from '../../functions/portal/routes.ts';
import { handler as sweep } from '../../functions/sweep/sweep.ts';
import { alumnus } from '../adapters/alumni.ts';
import { answers, gathering, roomOf } from '../adapters/gathering-steps.ts';
import { useOwnTable } from '../adapters/own-table.ts';
import { given } from '../adapters/people-samples.ts';

/** An alumnus's page of a gathering through its life, asked for straight at the portal's own code, on days of its own. */
useOwnTable();

const [ahead, after, muchLater] = ['2027-02-01', '2027-03-13', '2027-03-28'];
let member = '';
let other = '';
beforeAll(async () => {
  member = await alumnus({ profile: { language: 'en' } });
  other = await alumnus({ profile: { language: 'en' } });
});

/** Opens somebody's page on a day, or sends its form. */
async function page(number: number, { date = ahead, form }: { date?: string; form?: Record<string, string> } = {}) {
  const timeEpoch = Date.parse(`${date}T03:00:00Z`);
  const environment = { event: { requestContext: { timeEpoch } } };
  const path = await linkPath('gathering', { person: member, matter: String(number) }, timeEpoch / 1000 + 86_400);
  const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
  const response = await app.request(path, init, environment);
  // Apostrophes are escaped on a page.
  return { status: response.status, text: (await response.text()).replaceAll('’', "'") };
}

describe('before it', () => {
  it('asks, takes the answer, keeps what was written, and forgets it with a no', async () => {
    const number = await gathering();
    expect((await page(number)).text).toContain('Will you come?');
    const form = { answer: 'yes', guests: '1', needs: ' No nuts, please. ', reply: 'Everybody' };
    const saved = await page(number, { form });
    expect(saved).toMatchObject({ status: 200, text: expect.stringContaining('We have your answer.') });
    expect(saved.text).toContain('QR code for the entrance');
    // Whoever else opens the link does not read it.
    expect((await page(number)).text).not.toContain('No nuts');
    expect(await readRsvp(member, number)).toMatchObject({
      answer: 'yes',
      needs: 'No nuts, please.',
      reply: 'Everybody',
    });
    expect((await roomOf(number)).places[member]).toMatchObject({ status: 'attending', party: 2 });
    await page(number, { form: { answer: 'yes', guests: '1', needs: '', reply: '', forget: 'reply' } });
    const kept = await readRsvp(member, number);
    expect(kept).toMatchObject({ needs: 'No nuts, please.' });
    expect(kept?.reply).toBeUndefined();
    const no = await page(number, { form: { answer: 'no' } });
    expect(no.text).toContain("You're not coming this time");
    expect(no.text).not.toContain('QR code for the entrance');
    expect(await readRsvp(member, number)).toEqual({ gathering: number, answer: 'no', at: expect.any(String) });
  });

  it.each([
    ['nothing chosen', {}],
    ['more guests than allowed', { answer: 'yes', guests: '3' }],
    ['guests that are no number', { answer: 'yes', guests: '-1' }],
    ['needs too long', { answer: 'yes', guests: '0', needs: 'x'.repeat(longestWords + 1) }],
    ['a reply too long', { answer: 'yes', guests: '0', reply: 'x'.repeat(longestWords + 1) }],
  ])('%s: 422, and nothing is written', async (_, form) => {
    const number = await gathering();
    expect((await page(number, { form })).status).toBe(422);
    expect(await readRsvp(member, number)).toBeUndefined();
    expect((await roomOf(number)).places).toEqual({});
  });

  it('waits when it is full; an offered place is accepted, and what was written stays', async () => {
    const number = await gathering({}, { capacity: 2 });
    await answers(number, other, 1);
    expect((await page(number)).text).toContain("It's full at the moment.");
    const waiting = await page(number, { form: { answer: 'yes', guests: '0', needs: 'A ramp' } });
    expect(waiting.text).toContain("You're number 1 in line");
    await answers(number, other, 0);
    expect(await offerPlaces(number, '2027-02-04')).toEqual([member]);
    expect((await page(number)).text).toContain("There's room for you now");
    expect((await page(number, { form: { answer: 'yes' } })).text).toContain('QR code for the entrance');
    expect(await readRsvp(member, number)).toMatchObject({ answer: 'yes', needs: 'A ramp' });
  });

  it('after an offer that lapsed they may answer again, and come last', async () => {
    const number = await gathering({}, { capacity: 2 });
    await answers(number, other, 1);
    await answers(number, member, 1);
    await answers(number, other, 0);
    await offerPlaces(number, '2027-02-04');
    await lapseOffers(number, '2027-02-05');
    const lapsed = await page(number);
    expect(lapsed.text).toContain('The time to take your place is over');
    await answers(number, other, 1);
    expect((await page(number, { form: { answer: 'yes' } })).text).toContain("You're number 1 in line");
  });

  it('once answers are closed, a place can only be given up', async () => {
    const [number, unanswered] = [await gathering(), await gathering()];
    await answers(number, member, 1);
    for (const closed of [number, unanswered]) await setRoom(closed, { capacity: 11, open: false });
    expect((await page(unanswered)).text).toContain('Answers are closed');
    expect((await page(unanswered, { form: { answer: 'yes' } })).status).toBe(422);
    expect(await readRsvp(member, unanswered)).toBeUndefined();
    expect((await page(number, { form: { answer: 'yes', guests: '1' } })).status).toBe(422);
    expect((await roomOf(number)).places[member]).toMatchObject({ status: 'attending', party: 1 });
    expect((await page(number, { form: { answer: 'no' } })).status).toBe(200);
    expect((await roomOf(number)).places[member]).toMatchObject({ status: 'left' });
  });
});

describe('afterwards', () => {
  it('asks who came how it was, once or again, for as long as the policy says', async () => {
    const number = await gathering();
    await answers(number, member, 1);
    await checkIn(number, member, 1);
    expect((await page(number, { date: after })).status).toBe(200);
    expect((await page(number, { date: after, form: { rating: '6' } })).status).toBe(422);
    for (const rating of ['4', '5'])
      expect((await page(number, { date: after, form: { rating, comment: ' Lovely. ' } })).status).toBe(200);
    expect(await readRsvp(member, number)).toMatchObject({ answer: 'yes', survey: { rating: 5, comment: 'Lovely.' } });
    expect((await page(number, { date: muchLater, form: { rating: '1' } })).status).toBe(410);
    expect(await readRsvp(member, number)).toMatchObject({ survey: { rating: 5 } });
  });

  it.each(['did not come', 'was called off'])('says only that it is over to who %s, and takes nothing', async (why) => {
    const number = await gathering();
    await answers(number, member, 1);
    if (why === 'did not come') await answers(number, other, 1);
    if (why === 'did not come') await checkIn(number, other, 1);
    else await decideOnGathering(number, (found) => cancelGathering(found, given()));
    const date = why === 'did not come' ? after : ahead;
    const before = await readRsvp(member, number);
    expect((await page(number, { date })).status).toBe(200);
    const forms: Record<string, string>[] = [{ rating: '1' }, { answer: 'no' }];
    for (const form of forms) expect((await page(number, { date, form })).status).toBe(410);
    expect(await readRsvp(member, number)).toEqual(before);
  });

  it('what was written of needs goes with the sweep after the policy’s time, and not before', async () => {
    const number = await gathering();
    await page(number, { form: { answer: 'yes', guests: '0', needs: 'No nuts', reply: 'Everybody' } });
    await decideOnGathering(number, (found) => stepDone(found, { thanked: true }, given()));
    // Kept up to a fortnight after the end, the 12th; then the sweep of that day takes it.
    const day = (date: string) =>
      sweep({ step: 'day', date, now: `${date}T15:00:00Z` }, { getRemainingTimeInMillis: () => 300_000 });
    await day('2027-03-25');
    expect(await readRsvp(member, number)).toMatchObject({ needs: 'No nuts', reply: 'Everybody' });
    for (const date of ['2027-03-26', '2027-03-27']) await day(date);
    expect(await readRsvp(member, number)).toEqual({ gathering: number, answer: 'yes', at: expect.any(String) });
  });
});
