import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { rehireName } from '../../domain/rehire-wording.ts';
import type { CheckInAnswer } from '../../domain/rehire-words.ts';
import { dateInWords, oneLine } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';
import { quotedBelow } from '../../mail/quoted-below.tsx';
import { caseLabel } from './case-label.ts';

type Answered = Readonly<{ policy: Policy; rehire: Rehire; name: string; answer: CheckInAnswer; caseUrl: string }>;

const prying: Readonly<Record<CheckInAnswer['prying'], Bilingual>> = {
  none: { ja: '詮索されずに迎えられた', en: 'wasn’t asked prying questions' },
  some: { ja: '詮索されたと感じることが、少しあった', en: 'was asked prying questions now and then' },
  much: { ja: '詮索されたと感じることが、多くあった', en: 'was asked many prying questions' },
};

const settled: Readonly<Record<CheckInAnswer['settled'], Bilingual>> = {
  well: { ja: 'そろっている', en: 'has what they need' },
  partly: { ja: '足りないものがある', en: 'has it in part' },
  not: { ja: 'そろっていない', en: 'doesn’t have what they need' },
};

function sayings({ rehire, name, answer }: Answered, language: Language): Sayings {
  const about = rehireName(rehire.number, language);
  const who = oneLine(name);
  const first = rehire.offer && dateInWords(rehire.offer.startsOn, language);
  const isWell = answer.prying === 'none' && answer.settled === 'well';
  const isQuoted = Boolean(answer.text);
  return language === 'ja'
    ? [
        {
          words: `${first ? `${first}に復帰された` : ''}${who} 様から、その後の様子についてお答えが届きました(${about}、${answer.checkIn}回目)。${isQuoted ? '書き添えられたことは、このメールの下にあります。' : ''}`,
          terms: [
            { term: '離れていたあいだのこと', text: prying[answer.prying].ja },
            { term: 'お仕事に要るもの', text: settled[answer.settled].ja },
          ],
        },
        ...(isWell ? [] : [{ words: 'ご本人に直接お声がけのうえ、どうしてほしいかをうかがってください。' }]),
        {
          words:
            'ご本人には、お答えは受け入れ先の上長やチームに伝わらないとお知らせしています。伝えるときは、先にご本人の了解を得てください。',
        },
      ]
    : [
        {
          words: `${who}, who came back${first ? ` on ${first}` : ''}, has answered how it’s going (${about}, check-in ${answer.checkIn}).${isQuoted ? ' What they added is below.' : ''}`,
          terms: [
            { term: 'About the time away', text: prying[answer.prying].en },
            { term: 'For the work', text: settled[answer.settled].en },
          ],
        },
        ...(isWell ? [] : [{ words: 'Please have a word with them, and ask what they’d like you to do.' }]),
        {
          words:
            'We’ve told them that their manager and team don’t hear of the answer. If you’d like to pass it on, ask them first.',
        },
      ];
}

/** Brings HR what somebody who came back answered, in Japanese and English. */
export function checkInAnswerLetter(answered: Answered): Letter {
  const { policy, rehire, answer, caseUrl } = answered;
  const more = quotedBelow(answer.text);
  return letterToStaff({
    policy,
    to: 'hr',
    topic: {
      ja: `復帰後の様子についてのお答え(${rehireName(rehire.number, 'ja')})`,
      en: `How it’s going after ${rehireName(rehire.number, 'en')}`,
    },
    stop: {
      ja: 'このお知らせは、お答えごとに一度だけお送りします。',
      en: 'This mail comes once for each answer.',
    },
    say: (language) => sayings(answered, language),
    action: { label: caseLabel, url: caseUrl },
    ...(more && { more }),
  });
}
