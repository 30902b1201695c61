import { identify } from '../adapters/identity.ts';
import { linkUrl } from '../adapters/links.ts';
import { type Sent, sendOnce } from '../adapters/mail.ts';
import { policy } from '../adapters/policy.ts';
import type { PersonFile } from '../domain/decision.ts';
import type { DispatchPurpose, Letter } from '../domain/dispatch.ts';
import type { Person, Stint } from '../domain/person.ts';
import type { Profile } from '../domain/profile.ts';
import { answerBy, type Question } from '../domain/question.ts';
import { dateOf } from '../domain/time.ts';
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
  const draft = await draftOf({ person: file.person, profile: file.profile, stint, question }, turn);
  if (!draft) return 'no mail';
  return sendOnce({
    ...draft,
    about: file.person.id,
    version: file.person.version,
    occasion: turn.round === 0 ? question.id : `${question.id}-r${turn.round}`,
    addressHash: (await identify()).address(draft.to),
    now: turn.now,
  });
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
