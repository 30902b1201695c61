import { Hono } from 'hono';
import * as z from 'zod/mini';
import { decideOnRehire, readRehire } from '../../adapters/rehires.ts';
import { answerCheckIn } from '../../domain/rehire-start.ts';
import { CheckInAnswer, longestText } from '../../domain/rehire-words.ts';
import { type Env, givenOf, type Request } from '../../web/context.ts';
import { pageOf } from '../../web/person-request.ts';
import { fieldsOf, oneOf, textOrNone } from '../../web/typed.ts';
import { type CheckInForm, checkInPage } from '../pages/check-in.tsx';
import { checkInAnsweredPage } from '../pages/check-in-answered.tsx';
import { type OwnRehire, withRehire } from './with-rehire.ts';

/** Where somebody who came back says how they were received. */

export const settlingRoutes = new Hono<Env>();

const Form = z.object({
  prying: oneOf(...CheckInAnswer.shape.prying.options),
  settled: oneOf(...CheckInAnswer.shape.settled.options),
  text: textOrNone,
});

settlingRoutes.get('/settling/:token', withRehire('settling', show));

settlingRoutes.post(
  '/settling/:token',
  withRehire('settling', async (request, own) => {
    const typed = Form.parse(await fieldsOf(request));
    const { prying, settled } = typed;
    const text = typed.text.trim();
    const wrong: CheckInForm['wrong'] = {
      ...(!prying && { prying: 'missing' }),
      ...(!settled && { settled: 'missing' }),
      ...(text.length > longestText && { text: 'too long' }),
    };
    if (!prying || !settled || wrong.text) return show(request, own, { typed, wrong });
    const given = givenOf(request);
    const answer = { checkIn: own.which, at: given.now, prying, settled, ...(text && { text }) };
    const { number } = own.rehire;
    await decideOnRehire(number, (rehire, { words }) => answerCheckIn(rehire, words, answer, given), given);
    return show(request, { ...own, rehire: (await readRehire(number)) ?? own.rehire });
  }),
);

/** The questions while they are asked; afterwards what became of them. */
function show(request: Request, { file, rehire, which }: OwnRehire, again?: Pick<CheckInForm, 'typed' | 'wrong'>) {
  const status = rehire.checkIns[which - 1]?.status;
  const shown = pageOf(request, file);
  if (rehire.status === 'started' && status === 'asked') {
    return request.html(checkInPage({ ...shown, rehire, ...again }), again ? 422 : 200);
  }
  const isAnswered = status === 'answered';
  const isRefused = request.req.method === 'POST' && !isAnswered;
  return request.html(checkInAnsweredPage({ ...shown, isAnswered }), isRefused ? 409 : 200);
}
