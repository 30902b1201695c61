import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';
import { partyInWords } from '../../domain/plan-wording.ts';
import type { Place } from '../../domain/room.ts';
import type { Rsvp } from '../../domain/rsvp.ts';
import { dateInWords } from '../../domain/wording.ts';
import { Tick } from '../../web/layout.tsx';
import { qrCode } from '../qr.ts';

const texts = {
  attending: { ja: 'お席をご用意しています', en: 'You’re coming' },
  waiting: { ja: 'キャンセル待ちです', en: 'You’re on the waiting list' },
  waitingNext: {
    ja: '人数分の席が空いた方から、順にメールでお知らせします。それまで、お手続きは必要ありません。',
    en: 'We go down the list in order and write to the first whose whole party fits. Until you hear from us there’s nothing you need to do.',
  },
  offered: { ja: 'お席が空きました', en: 'There’s room for you now' },
  lapsed: { ja: 'お席の取り置き期間が過ぎました', en: 'The time to take your place is over' },
  lapsedNext: {
    ja: '取り置いていたお席は、ほかの方にご案内しました。',
    en: 'It has gone back to the others who would like to come.',
  },
  left: { ja: 'ご欠席のお知らせを承っています', en: 'You’re not coming this time' },
  leftNext: {
    ja: 'お知らせくださり、ありがとうございました。またの機会にお会いできるのを楽しみにしています。',
    en: 'Thank you for letting us know. We hope to see you another time.',
  },
  code: { ja: '受付用のQRコード', en: 'QR code for the entrance' },
  show: { ja: '受付でこのコードをお見せください。', en: 'Show this code at the entrance.' },
} as const satisfies Record<string, Bilingual>;

/** That they come, in a sentence. */
function expected(party: number, language: Language): string {
  const heads = partyInWords(party, language);
  if (language === 'ja') return `${heads}でのご参加を承っています。`;
  return party === 1 ? 'We’re expecting you.' : `We’re expecting ${heads}.`;
}

/** For whom a place is, or would be. */
function forWhom(party: number, language: Language): string {
  if (language === 'ja') return `${partyInWords(party, language)}分`;
  return party === 1 ? 'for you' : `for ${partyInWords(party, language)}`;
}

function kept({ party, until }: Place, language: Language): string {
  const whom = forWhom(party, language);
  if (!until) return language === 'ja' ? `お席(${whom})を取り置いています。` : `We’re keeping a place ${whom}.`;
  const day = dateInWords(until, language);
  return language === 'ja'
    ? `お席(${whom})を、${day}まで取り置いています。それまでにお返事がなければ、次にお待ちの方にご案内します。`
    : `We’re keeping a place ${whom} until ${day}. Without an answer by then, it goes to whoever is next.`;
}

/** A QR code that stays dark on light by night, since scanners expect it so. */
const Code: FC<{ language: Language; url: string }> = ({ language, url }) => (
  <>
    <div class="code" role="img" aria-label={texts.code[language]} dangerouslySetInnerHTML={{ __html: qrCode(url) }} />
    <p class="centred">{texts.show[language]}</p>
  </>
);

type Stands = Readonly<{
  language: Language;
  place: Place | undefined;
  position: number | undefined;
  said: Rsvp | undefined;
  checkInUrl: string | undefined;
}>;

/** How a gathering stands for somebody who has answered. */
export const Standing: FC<Stands> = ({ language, place, position, said, checkInUrl }) => {
  switch (place?.status) {
    case 'attending':
      return (
        <section class="sheet">
          <Tick />
          <h2>{texts.attending[language]}</h2>
          <p>{expected(place.party, language)}</p>
          {checkInUrl ? <Code language={language} url={checkInUrl} /> : null}
        </section>
      );
    case 'waiting':
      return (
        <section class="sheet">
          <h2>{texts.waiting[language]}</h2>
          <p>{waits(place.party, position, language)}</p>
          <p>{texts.waitingNext[language]}</p>
        </section>
      );
    case 'offered':
      return (
        <section class="sheet">
          <h2>{texts.offered[language]}</h2>
          <p>{kept(place, language)}</p>
        </section>
      );
    case 'lapsed':
      return (
        <section class="sheet">
          <h2>{texts.lapsed[language]}</h2>
          <p>{texts.lapsedNext[language]}</p>
        </section>
      );
    default:
      return place?.status === 'left' || said?.answer === 'no' ? (
        <section class="sheet">
          <h2>{texts.left[language]}</h2>
          <p>{texts.leftNext[language]}</p>
        </section>
      ) : null;
  }
};

function waits(party: number, position: number | undefined, language: Language): string {
  const whom = forWhom(party, language);
  if (position === undefined) {
    return language === 'ja' ? `お席(${whom})をお待ちいただいています。` : `You’re waiting for a place ${whom}.`;
  }
  return language === 'ja'
    ? `お席(${whom})を、${position}番目でお待ちいただいています。`
    : `You’re number ${position} in line, waiting for a place ${whom}.`;
}
