import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { rehireName, standingOfRehire } from '../../domain/rehire-wording.ts';
import { asStart, dateInWords } from '../../domain/wording.ts';
import type { PageContext } from '../../web/layout.tsx';

/** What the pages about coming back share, before something is asked for and afterwards. */

const texts = {
  past: { ja: 'これまでのご相談', en: 'Earlier requests' },
  notMailed: {
    ja: 'メールを停止されているか、お届けできなかったため、お知らせをお送りできません。進み具合やお返事は、このページでご覧ください。',
    en: 'We can’t mail you news of it, since mail to you is stopped or didn’t get through. Please look on this page for how it stands and for our answer.',
  },
} as const satisfies Record<string, Bilingual>;

/** Newest first. */
export type PastCasesOf = Readonly<{ past: readonly Rehire[] }>;

/** What came of earlier cases, a line each. */
export const PastCases: FC<PageContext & PastCasesOf> = ({ language, policy, past }) =>
  past.length === 0 ? null : (
    <section class="apart">
      <h2>{texts.past[language]}</h2>
      <ul>
        {past.map((rehire) => {
          const [standing] = standingOfRehire(rehire, policy, language);
          const [name, on] = [asStart(rehireName(rehire.number, language)), dateInWords(rehire.openedOn, language)];
          return <li>{language === 'ja' ? `${on} ${name}: ${standing}` : `${name}, ${on}: ${standing}`}</li>;
        })}
      </ul>
    </section>
  );

/** To who stopped mail, or whom none reaches. */
export const NotMailed: FC<{ language: Language }> = ({ language }) => <p class="note">{texts.notMailed[language]}</p>;
