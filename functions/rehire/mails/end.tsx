import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual } from '../../domain/language.ts';
import type { RehireEnd, RehireStatus } from '../../domain/rehire.ts';
import { rehireName, standingOfRehire } from '../../domain/rehire-wording.ts';
import { unmetInWords } from '../../domain/return-conditions-wording.ts';
import { type AboutRehire, letterAboutRehire, paragraphs } from './letter-about-rehire.ts';

/** The ends of which the alumnus hears by mail. */
type Told = Extract<RehireEnd, 'conditions not met' | 'not offered' | 'expired' | 'lapsed' | 'cancelled'>;

const thanks: Bilingual = { ja: 'ご相談をありがとうございました。', en: 'Thank you for asking.' };
const asBefore: Bilingual = {
  ja: 'アルムナイとしてのつながりは、これまでと変わりません。',
  en: 'You stay one of our alumni, as before.',
};

/** What stands before and after how it stands: it is nobody’s fault, least of all theirs. */
const kindly: Readonly<Record<Told, Readonly<{ before: Bilingual; after: Bilingual }>>> = {
  'conditions not met': { before: thanks, after: asBefore },
  'not offered': {
    before: thanks,
    after: {
      ja: `ご期待に沿えず、申し訳ありません。お仕事や時期が変われば、お返事も変わることがあります。${asBefore.ja}`,
      en: `We’re sorry to disappoint you. Another time or another job may bring another answer. ${asBefore.en}`,
    },
  },
  expired: {
    before: {
      ja: 'お待たせしたままになりました。ひとえに会社の側の事情です。',
      en: 'We’ve kept you waiting, and the fault is ours alone.',
    },
    after: asBefore,
  },
  lapsed: {
    before: {
      ja: '条件をご覧くださり、ありがとうございました。',
      en: 'Thank you for having had a look at our offer.',
    },
    after: {
      ja: `お返事がなかったことは、どうぞお気になさらないでください。${asBefore.ja}`,
      en: `Please don’t worry about not having answered. ${asBefore.en}`,
    },
  },
  cancelled: {
    before: {
      ja: '残念なお知らせをしなければなりません。',
      en: 'This isn’t the news that we’d have liked to send you.',
    },
    after: {
      ja: 'アルムナイとしてのご登録は、以前お選びになったとおりです。',
      en: 'Your alumni registration is as you chose it before.',
    },
  },
};

function isTold(status: RehireStatus): status is Told {
  return Object.hasOwn(kindly, status);
}

const conditionsTitle: Bilingual = { ja: '復帰条件について', en: 'About the conditions' };

/** Tells an alumnus that it has ended, and that they may ask again; never that it is their doing. */
export function endLetter(given: AboutRehire): Letter {
  const { rehire, policy, language } = given;
  const { status } = rehire;
  const name = rehireName(rehire.number, language);
  const [standing = '', ...next] = standingOfRehire(rehire, policy, language);
  const { before, after } = isTold(status) ? kindly[status] : { before: undefined, after: undefined };
  const said = before ? [before[language], standing].join(language === 'ja' ? '' : ' ') : standing;
  const lines = status === 'conditions not met' ? unmetInWords(rehire, policy, language) : [];
  return letterAboutRehire(given, {
    topic: language === 'ja' ? `${name}へのお返事` : `about your ${name}`,
    preview: said,
    parts: [
      ...paragraphs([said]),
      ...(lines.length > 0 ? [{ kind: 'list' as const, name: conditionsTitle[language], lines }] : []),
      ...paragraphs([...next, ...(after ? [after[language]] : [])]),
    ],
  });
}
