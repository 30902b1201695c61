import { Hono } from 'hono';
import * as z from 'zod/mini';
import { decideOnRehire, readRehire, readRehireWords } from '../../adapters/rehires.ts';
import type { Given } from '../../domain/decision.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { acceptOffer, declineOffer, mayAnswer } from '../../domain/rehire-offer.ts';
import { longestText } from '../../domain/rehire-words.ts';
import { type Env, givenOf, problem, type Request } from '../../web/context.ts';
import { pageOf } from '../../web/person-request.ts';
import { fieldsOf, oneOf, textOrNone } from '../../web/typed.ts';
import { type OfferPage, offerPage } from '../pages/offer.tsx';
import { type OfferState, offerAnsweredPage } from '../pages/offer-answered.tsx';
import { type OwnRehire, withRehire } from './with-rehire.ts';

/** The offer, which the alumnus takes or leaves. */

export const offerRoutes = new Hono<Env>();

const Form = z.object({ decision: oneOf('accept', 'decline'), introduction: textOrNone });

offerRoutes.get('/offer/:token', withRehire('offer', show));

offerRoutes.post(
  '/offer/:token',
  withRehire('offer', async (request, own) => {
    const { decision, introduction } = Form.parse(await fieldsOf(request));
    const isTooLong = decision === 'accept' && introduction.trim().length > longestText;
    if (!decision || isTooLong) {
      return show(request, own, { introduction, wrong: isTooLong ? 'too long' : 'not chosen' });
    }
    const given = givenOf(request);
    const { number } = own.rehire;
    const said = { revision: own.which, introduction: introduction.trim() || undefined };
    await decideOnRehire(
      number,
      (rehire, { words }) =>
        decision === 'accept' ? acceptOffer(rehire, words, said, given) : declineOffer(rehire, said.revision, given),
      given,
    );
    const after = (await readRehire(number)) ?? own.rehire;
    const isTaken = stateOf(after, own.which, given) === (decision === 'accept' ? 'accepted' : 'declined');
    return show(request, { ...own, rehire: after }, undefined, isTaken ? 200 : 409);
  }),
);

/** The offer while it may be answered; afterwards, or where another has taken its place, what became of it. */
async function show(
  request: Request,
  { file, rehire, which }: OwnRehire,
  again?: Pick<OfferPage, 'introduction' | 'wrong'>,
  status: 200 | 409 = 200,
): Promise<Response> {
  const [shown, given] = [pageOf(request, file), givenOf(request)];
  const state = stateOf(rehire, which, given);
  if (state !== 'open') return request.html(offerAnsweredPage({ ...shown, rehire, state }), status);
  const offer = (await readRehireWords(rehire.person, rehire.number))?.offer;
  if (!offer || !file.profile) return problem(request, 'closed');
  const { name } = file.profile;
  return request.html(offerPage({ ...shown, rehire, offer, name, ...again }), again ? 422 : status);
}

/** What became of an offer; of an earlier revision, while the newest one waits for its answer, that it was replaced. */
function stateOf(rehire: Rehire, revision: number, given: Given): OfferState | 'open' {
  switch (rehire.status) {
    case 'waits for the answer':
      if (!mayAnswer(rehire, given)) return 'over';
      return rehire.offer?.revision === revision ? 'open' : 'replaced';
    case 'onboarding':
    case 'started':
    case 'completed':
      return 'accepted';
    case 'declined':
      return 'declined';
    default:
      return 'over';
  }
}
