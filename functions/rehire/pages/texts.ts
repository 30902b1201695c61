import type { Bilingual } from '../../domain/language.ts';
import { longestText } from '../../domain/rehire-words.ts';

/** What the forms about a return say alike. */
export const formTexts = {
  optional: { ja: '任意', en: 'optional' },
  optionalText: { ja: `任意、${longestText}文字まで`, en: `optional, up to ${longestText} characters` },
  tooLong: {
    ja: `${longestText}文字を超えています。短くしてから、もう一度お送りください。`,
    en: `This is longer than ${longestText} characters. Shorten it and send it again.`,
  },
  chooseOne: { ja: '一つお選びください。', en: 'Choose one.' },
} as const satisfies Record<string, Bilingual>;
