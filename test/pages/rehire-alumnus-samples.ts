import type { Language } from '../../functions/domain/language.ts';
import type { Offer } from '../../functions/domain/offer.ts';
import type { Rehire, RehireStatus } from '../../functions/domain/rehire.ts';
import { settling } from '../../functions/domain/rehire-start.ts';
import { type CheckInForm, checkInPage } from '../../functions/rehire/pages/check-in.tsx';
import { checkInAnsweredPage } from '../../functions/rehire/pages/check-in-answered.tsx';
import { type InterestForm, interestFormPage } from '../../functions/rehire/pages/interest-form.tsx';
import { interestStandingPage } from '../../functions/rehire/pages/interest-standing.tsx';
import { type OfferPage, offerPage } from '../../functions/rehire/pages/offer.tsx';
import { type OfferState, offerAnsweredPage } from '../../functions/rehire/pages/offer-answered.tsx';
import { accepted, after, begun, freelanceOffer, offered, opened } from '../domain/rehire-samples.ts';
import { on } from '../domain/samples.ts';
import { employment } from '../mail/rehire-letter-samples.ts';
import { policy } from './samples.ts';

/** Every page of an alumnus who thinks of coming back, each of a case that its own decisions brought there. */

export const formId = '5b1f6f0e-9f65-4c55-8a3e-2d9a4b7c1e10';
export const offerUrl = 'https://alumni.hikari.example.com/offer/token';
const names = { ja: '佐藤 花子', en: 'Priya Raman' } as const;
const long = 'とても長い文章です。'.repeat(201);

/** What a page of an alumnus is given. */
export function shownTo(language: Language) {
  return { language, policy, address: 'h***@example.com' };
}

/** The form before anything is typed. */
export function formOf(language: Language): InterestForm {
  return { ...shownTo(language), date: '2027-08-02', form: formId, past: [], isMailed: true };
}

/** One that ended so. */
export function endedAs(status: RehireStatus, number = 1): Rehire {
  return { ...opened({}, on('2027-03-01'), number).rehire, status, endedOn: '2027-04-01' };
}

export function standingOf(
  language: Language,
  rehire: Rehire,
  more: Partial<Parameters<typeof interestStandingPage>[0]> = {},
): string {
  const page = { ...shownTo(language), rehire, past: [], homeUrl: '/rehire/token', isMailed: true };
  return interestStandingPage({ ...page, ...more });
}

/** An offer that waits for its answer. */
export function offerOf(language: Language, offer: Offer = freelanceOffer): OfferPage {
  return { ...shownTo(language), rehire: offered(offer).rehire, offer, name: names[language] };
}

/** The questions while they are asked. */
export function checkInOf(language: Language): CheckInForm {
  const before = begun();
  const { rehire } = after(before, settling(before.rehire, '2027-10-01', on('2027-10-01')));
  return { ...shownTo(language), rehire };
}

/** Every page, in each state that looks different. */
export function rehirePages(language: Language): Record<string, string> {
  const shown = shownTo(language);
  const stands = (rehire: Rehire, more?: Parameters<typeof standingOf>[2]) => standingOf(language, rehire, more);
  const [form, offer, checkIn] = [formOf(language), offerOf(language), checkInOf(language)];
  const answered = (state: OfferState, rehire: Rehire) => offerAnsweredPage({ ...shown, rehire, state });
  const revised = { ...offer.rehire, offer: offer.rehire.offer && { ...offer.rehire.offer, revision: 2 } };
  const past = [endedAs('withdrawn', 2), endedAs('lapsed', 1)];
  return {
    form: interestFormPage(form),
    'form, asked before, mail stopped': interestFormPage({ ...form, past, isMailed: false }),
    'form, nothing right': interestFormPage({
      ...form,
      typed: { from: '来年の春', talk: 'yes', since: long },
      wrong: { kind: 'missing', from: 'unreadable', since: 'too long' },
    }),
    'form, a day in the past': interestFormPage({
      ...form,
      typed: { kind: 'freelance', from: '2026-04-01' },
      wrong: { from: 'past' },
    }),
    'form, once more': interestFormPage({ ...form, typed: { kind: 'part-time' }, refused: 'again' }),
    'standing, HR looks at it': stands(opened({ kind: 'permanent' }, on('2027-02-01')).rehire, { isMailed: false }),
    'standing, talk': stands(opened({ wantsTalk: true }).rehire),
    'standing, opened by HR': stands({ ...opened().rehire, openedBy: 'HR' }, { past }),
    'standing, an offer': stands(offered().rehire, { offerUrl }),
    'standing, accepted': stands(accepted().rehire),
    'standing, taken back': stands(endedAs('withdrawn'), { said: 'withdrawn' }),
    'standing, too late to take back': stands(begun().rehire, { said: 'too late' }),
    'offer, freelance': offerPage(offer),
    'offer, fixed-term': offerPage(offerOf(language, employment)),
    'offer, corrected, introduction too long': offerPage({
      ...offer,
      rehire: revised,
      introduction: long,
      wrong: 'too long',
    }),
    'offer, no answer chosen': offerPage({ ...offer, introduction: 'よろしくお願いします。', wrong: 'not chosen' }),
    'offer accepted': answered('accepted', accepted().rehire),
    'offer accepted, here again': answered('accepted', begun().rehire),
    'offer declined': answered('declined', { ...offer.rehire, status: 'declined' }),
    'offer replaced': answered('replaced', revised),
    'offer lapsed': answered('over', offer.rehire),
    'check-in': checkInPage(checkIn),
    'check-in, nothing chosen': checkInPage({
      ...checkIn,
      typed: { text: long },
      wrong: { prying: 'missing', settled: 'missing', text: 'too long' },
    }),
    'check-in answered': checkInAnsweredPage({ ...shown, isAnswered: true }),
    'check-in closed': checkInAnsweredPage({ ...shown, isAnswered: false }),
  };
}
