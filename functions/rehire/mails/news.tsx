import type { Letter } from '../../domain/dispatch.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { rehireName, standingForStaff } from '../../domain/rehire-wording.ts';
import { oneLine } from '../../domain/wording.ts';
import { letterToStaff } from '../../mail/letter-to-staff.tsx';
import { caseLabel } from './case-label.ts';

type News = Readonly<{
  policy: Policy;
  rehire: Rehire;
  /** Of who was erased there is none. */
  name: string | undefined;
  caseUrl: string;
}>;

/** Tells HR and the recruiter how a return stands, in Japanese and English. */
export function rehireNewsLetter({ policy, rehire, name, caseUrl }: News): Letter {
  const { number } = rehire;
  const who = name && oneLine(name);
  return letterToStaff({
    policy,
    to: 'rehireDesk',
    topic: {
      ja: `${rehireName(number, 'ja')}についてのお知らせ`,
      en: `News of ${rehireName(number, 'en')}`,
    },
    stop: {
      ja: 'このお知らせは、状況が変わるたびに一度だけお送りします。',
      en: 'This mail comes once each time something has changed.',
    },
    say: (language) => [
      {
        words:
          language === 'ja'
            ? `${rehireName(number, 'ja')}${who ? `(${who} 様)` : ''}についてのお知らせです。`
            : `This is about ${rehireName(number, 'en')}${who ? ` (${who})` : ''}.`,
      },
      { words: standingForStaff(rehire, policy, language) },
    ],
    action: { label: caseLabel, url: caseUrl },
  });
}
