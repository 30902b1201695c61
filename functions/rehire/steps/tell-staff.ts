import { linkUrl } from '../../adapters/links.ts';
import type { RehireFile } from '../../adapters/rehires.ts';
import { programme } from '../../adapters/table.ts';
import type { Given } from '../../domain/decision.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { tellStaff } from '../../mail/tell-staff.ts';
import { checkInAnswerLetter } from '../mails/check-in-answer.tsx';
import { rehireNewsLetter } from '../mails/news.tsx';
import { offerNeededLetter } from '../mails/offer-needed.tsx';
import { talkLetter } from '../mails/talk.tsx';

/** What HR and the recruiter hear of a return, each thing once. */

/** Where they see how a case stands. */
export function caseUrlOf({ number }: Rehire, { now }: Given): Promise<string> {
  return linkUrl('case', { person: programme, matter: String(number) }, Date.parse(now));
}

/** Asks the recruiter for the informal talk, and reminds of it. */
export async function askForTalk(rehire: Rehire, { file, words }: RehireFile, given: Given): Promise<void> {
  const { number, reminded, status } = rehire;
  const { policy } = given;
  const { profile } = file;
  if (!profile || status !== 'waits for the talk') return;
  const caseUrl = await caseUrlOf(rehire, given);
  const reminder = reminded.length > 0;
  const letter = talkLetter({ policy, rehire, profile, words, caseUrl, reminder });
  await tellStaff('rehire-talk', `${number}-${reminded.length}`, policy.company.recruiter, letter, given);
}

/** Asks the recruiter for the offer, and reminds of it. */
export async function askForOffer(rehire: Rehire, { file }: RehireFile, given: Given): Promise<void> {
  const { number, reminded, status } = rehire;
  const { policy } = given;
  const { profile } = file;
  if (!profile || status !== 'waits for the offer') return;
  const letter = offerNeededLetter({
    policy,
    rehire,
    name: profile.name,
    language: profile.language,
    caseUrl: await caseUrlOf(rehire, given),
    command: `npm run okaeri -- rehire offer ${number} FILE`,
    reminder: reminded.length > 0,
  });
  await tellStaff('rehire-offer-needed', `${number}-${reminded.length}`, policy.company.recruiter, letter, given);
}

/** Tells HR and the recruiter how it stands. */
export async function tellNews(rehire: Rehire, { file }: RehireFile, given: Given): Promise<void> {
  const { policy } = given;
  const { hr, recruiter } = policy.company;
  const caseUrl = await caseUrlOf(rehire, given);
  const letter = rehireNewsLetter({ policy, rehire, name: file.profile?.name, caseUrl });
  const occasion = `${rehire.number}-${rehire.status.replaceAll(' ', '-')}`;
  await tellStaff('rehire-news', occasion, hr, letter, given);
  if (recruiter !== hr) await tellStaff('rehire-news', `${occasion}-recruiter`, recruiter, letter, given);
}

/** Hands HR what somebody answered; an answer that HR has already is not sent again. */
export async function tellAnswers(rehire: Rehire, { file, words }: RehireFile, given: Given): Promise<void> {
  const { policy } = given;
  const { profile } = file;
  if (!profile) return;
  const caseUrl = await caseUrlOf(rehire, given);
  for (const answer of words.answers) {
    const letter = checkInAnswerLetter({ policy, rehire, name: profile.name, answer, caseUrl });
    await tellStaff('rehire-answer', `${rehire.number}-${answer.checkIn}`, policy.company.hr, letter, given);
  }
}
