import type { Letter } from '../../domain/dispatch.ts';
import type { Language } from '../../domain/language.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { rehireName, standingOfRehire } from '../../domain/rehire-wording.ts';
import { kindInWords } from '../../domain/return-conditions-wording.ts';
import { dateInWords } from '../../domain/wording.ts';
import { type AboutRehire, letterAboutRehire, paragraphs } from './letter-about-rehire.ts';

type Sentences = Readonly<{
  topic: string;
  opening: readonly string[];
  withdraw: string;
  button: string;
}>;

function japanese({ rehire }: AboutRehire): Sentences {
  const name = rehireName(rehire.number, 'ja');
  const day = dateInWords(rehire.openedOn, 'ja');
  const byHr = rehire.openedBy === 'HR';
  return {
    topic: byHr ? `復帰についてのご案内(${name})` : `${name}を受け付けました`,
    opening: byHr
      ? [
          '以前「復帰のご相談」をお選びくださいましたので、人事担当が、ご相談の手続きを始めました。まだ何も決まっていません。',
          'このまま進めてよろしければ、いまなさることはありません。お気持ちに沿わないときは、次のページで一度押すだけで取り下げられます。理由はうかがいません。',
        ]
      : [`ご連絡をありがとうございます。${day}に、復帰のご相談を確かに承りました。`],
    withdraw: '初日の前日までは、いつでも次のページから取り下げられます。理由はうかがいません。',
    button: 'ご相談のページを開く',
  };
}

function english({ rehire }: AboutRehire): Sentences {
  const name = rehireName(rehire.number, 'en');
  const day = dateInWords(rehire.openedOn, 'en');
  const byHr = rehire.openedBy === 'HR';
  return {
    topic: byHr ? `about coming back (${name})` : `we have your request to come back (${name})`,
    opening: byHr
      ? [
          'You once told us that we may talk with you about coming back, so our HR team has opened a case for you. Nothing is decided yet.',
          'If that’s fine with you, there’s nothing to do for now. If it isn’t, one click on this page takes it back, and nobody asks why.',
        ]
      : [`Thank you for getting in touch. Your request to come back reached us on ${day}.`],
    withdraw: 'Until the day before you start, you can take it back on the page below. Nobody asks why.',
    button: 'Open the page',
  };
}

/** What would be liked, as we understood it. */
function wishes({ kind, from, wantsTalk }: Rehire, language: Language): { term: string; text: string }[] {
  return language === 'ja'
    ? [
        { term: '契約の種類', text: kindInWords(kind, 'ja') },
        { term: '始める時期', text: from ? `${dateInWords(from, 'ja')}から` : 'これからのご相談' },
        { term: 'カジュアル面談', text: wantsTalk ? 'あり' : 'なし' },
      ]
    : [
        { term: 'Kind of contract', text: kindInWords(kind, 'en') },
        { term: 'From', text: from ? dateInWords(from, 'en') : 'still open' },
        { term: 'Informal talk', text: wantsTalk ? 'yes' : 'no' },
      ];
}

/** Tells an alumnus that we have it, or that HR has opened it for them, and what happens next. */
export function receiptLetter(given: AboutRehire): Letter {
  const { rehire, policy, language, rehireUrl } = given;
  const { topic, opening, withdraw, button } = language === 'ja' ? japanese(given) : english(given);
  const byHr = rehire.openedBy === 'HR';
  return letterAboutRehire(given, {
    topic,
    preview: opening[0] ?? topic,
    parts: [
      ...paragraphs(opening),
      ...(byHr ? [{ kind: 'button' as const, label: button, url: rehireUrl }] : []),
      { kind: 'terms', terms: wishes(rehire, language) },
      ...paragraphs(standingOfRehire(rehire, policy, language)),
      ...(byHr ? [] : paragraphs([withdraw])),
    ],
  });
}
