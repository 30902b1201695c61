import { identify } from '../adapters/identity.ts';
import { linkUrl } from '../adapters/links.ts';
import { type Sent, sentOrThrow, trySendOnce } from '../adapters/mail.ts';
import { decideAndWrite } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import type { PersonFile } from '../domain/decision.ts';
import type { DispatchPurpose, Letter } from '../domain/dispatch.ts';
import { mailBounced } from '../domain/mail-report.ts';
import type { Person, Stint } from '../domain/person.ts';
import type { Profile } from '../domain/profile.ts';
import { answerBy, type Question } from '../domain/question.ts';
import { dateOf } from '../domain/time.ts';
import { addressNotice } from './mails/address-notice.tsx';
import { askAboutReason } from './mails/ask-about-reason.tsx';
import { askForAddress } from './mails/ask-for-address.tsx';
import { confirmAddress } from './mails/confirm-address.tsx';
import { consentRequest } from './mails/consent-request.tsx';

/** The mail that asks a question, or reminds of it; the calendar needs none. */

type Turn = { round: number; now: string };
type Draft = { purpose: DispatchPurpose; to: string; letter: Letter };

/** Sends the mail of a question's round once; round 0 asks, later ones remind. */
export async function mailQuestion(file: PersonFile, question: Question, turn: Turn): Promise<Sent | 'no mail'> {
  const stint = file.person.stints.find(({ number }) => number === question.stint);
  if (!file.profile || !stint || (file.person.stopped && !isWanted(question))) return 'no mail';
  const matter = { person: file.person, profile: file.profile, stint, question };
  const draft = await draftOf(matter, turn);
  if (!draft) return 'no mail';
  const notice = turn.round === 0 ? noticeOf(matter) : undefined;
  if (notice) await send(notice, matter, turn);
  return send(draft, matter, turn);
}

async function send(draft: Draft, { person, question }: Matter, { round, now }: Turn): Promise<Sent | 'no mail'> {
  const outcome = await trySendOnce({
    ...draft,
    about: person.id,
    version: person.version,
    occasion: round === 0 ? question.id : `${question.id}-r${round}`,
    addressHash: (await identify()).address(draft.to),
    now,
  });
  if (outcome !== 'refused' || !(await isGivenUp(draft, person, now))) return sentOrThrow(outcome);
  return 'no mail';
}

/**
 * An address that SES refuses is like one that bounced: nothing waits for it. The notice to the address in use is no
 * reason to keep the new one waiting.
 */
async function isGivenUp({ purpose }: Draft, { id }: Person, now: string): Promise<boolean> {
  if (purpose === 'confirm-address')
    await decideAndWrite(id, (file) => mailBounced(file, { wasConfirmation: true }, { now, policy }));
  return purpose === 'confirm-address' || purpose === 'address-notice';
}

/** An alumnus is told at the address in use that another one was given. */
function noticeOf({ person, profile, stint, question }: Matter): Draft | undefined {
  const { address, reportedAddress, language, name } = profile;
  const isAlumnus = 'enrolledAt' in stint && stint.enrolledAt !== undefined;
  if (question.kind !== 'confirmation' || !isAlumnus || person.bounced || !address || !reportedAddress)
    return undefined;
  const letter = addressNotice({ language, policy, name, newAddress: reportedAddress });
  return { purpose: 'address-notice', to: address, letter };
}

/** Whoever wants no more mail: HR goes on being asked, and a new address that they gave is confirmed. */
function isWanted({ kind }: Question): boolean {
  return kind === 'address' || kind === 'reason' || kind === 'confirmation';
}

type Matter = { person: Person; profile: Profile; stint: Stint; question: Question };

async function draftOf(matter: Matter, { round, now }: Turn): Promise<Draft | undefined> {
  const { person, profile, stint, question } = matter;
  const { language, name, employeeId, address, reportedAddress } = profile;
  const { hr, timeZone } = policy.company;
  const { lastDay } = stint;
  const reminder = round > 0;
  const command = (words: string) => `npm run okaeri -- ${words}`;
  switch (question.kind) {
    case 'consent': {
      if (!address) return undefined;
      const subject = { person: person.id, matter: question.id };
      const consentUrl = await linkUrl('consent', subject, Date.parse(now));
      const closesOn = answerBy(question, stint, policy);
      const former = lastDay < dateOf(question.askedAt, timeZone);
      const letter = consentRequest({ language, policy, name, lastDay, consentUrl, closesOn, reminder, former });
      return { purpose: reminder ? 'consent-reminder' : 'consent-request', to: address, letter };
    }
    case 'confirmation': {
      if (!reportedAddress) return undefined;
      const subject = { person: person.id, matter: question.id };
      const confirmUrl = await linkUrl('confirm', subject, Date.parse(now));
      return {
        purpose: 'confirm-address',
        to: reportedAddress,
        letter: confirmAddress({ language, policy, confirmUrl, reminder }),
      };
    }
    case 'address':
      return {
        purpose: 'ask-for-address',
        to: hr,
        letter: askForAddress({
          policy,
          employeeId,
          name,
          lastDay,
          bounced: person.bounced,
          reminder,
          command: command(`person address ${employeeId} ADDRESS`),
        }),
      };
    case 'reason':
      return {
        purpose: 'ask-about-reason',
        to: hr,
        letter: askAboutReason({
          policy,
          employeeId,
          name,
          lastDay,
          held: stint.status === 'on hold' && stint.by === 'hr',
          reminder,
          commands: {
            release: command(`release ${employeeId} --reason career`),
            exclude: command(`exclude ${employeeId}`),
          },
        }),
      };
    case 'last day':
      return undefined;
  }
}
