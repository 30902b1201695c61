import type { Letter } from '../../domain/dispatch.ts';
import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { durationInWords } from '../../domain/wording.ts';
import { Button, Text } from '../../mail/layout.tsx';
import { letter } from '../../mail/letter.ts';
import type { Footer } from '../../mail/text.ts';

/** What the request to confirm an address is made of: nothing about anybody. */
type ConfirmAddress = Readonly<{ language: Language; policy: Policy; confirmUrl: string; reminder: boolean }>;

const footer: Footer = {
  why: {
    ja: 'このアドレスが連絡先として当社に届けられたため、確認のためにお送りしています。',
    en: 'You’re getting this because this address was given to us as a contact.',
  },
  stop: {
    ja: '確認されなければ、このアドレスへのご連絡は止まります。',
    en: 'If it isn’t confirmed, we stop writing to this address.',
  },
};

type Sentences = Readonly<{ subject: string; why: string; ask: string; button: string; notYours: string }>;

function sentences({ language, policy, reminder }: ConfirmAddress): Sentences {
  const company = policy.company.name[language];
  const within = durationInWords(policy.address.confirmWithin, language);
  return language === 'ja'
    ? {
        subject: `【${company}】メールアドレスのご確認${reminder ? '(再度のお願い)' : ''}`,
        why: `このメールアドレスが、${company}に連絡先として届けられました。${reminder ? 'まだ確認が済んでいないため、再度お送りしています。' : ''}`,
        ask: 'ご自身のアドレスであれば、次のページで確認してください。確認が済むまで、このアドレスにほかのご連絡はお送りしません。',
        button: '確認ページを開く',
        notYours: `お心当たりのない場合は、このメールを破棄してください。${reminder ? '期限まで' : `${within}のあいだ`}に確認がなければ、このアドレスは使わずに消去します。`,
      }
    : {
        subject: `${company} — ${reminder ? 'a reminder: ' : ''}please confirm your mail address`,
        why: `This mail address was given to ${company} as a contact.${reminder ? ' It hasn’t been confirmed yet, so we’re writing once more.' : ''}`,
        ask: 'If it’s yours, please confirm it on the next page. Until then we won’t send anything else to this address.',
        button: 'Open the page and confirm',
        notYours: `If it isn’t yours, please just delete this mail. ${reminder ? 'Without a confirmation in time' : `Without a confirmation within ${within}`} we won’t use the address and will delete it.`,
      };
}

/** Asks whoever reads a newly reported address to confirm it, and reveals nothing beyond the company's name. */
export function confirmAddress(request: ConfirmAddress): Letter {
  const { language, policy, confirmUrl } = request;
  const words = sentences(request);
  return letter({
    languages: [language],
    policy,
    subject: words.subject,
    preview: words.ask,
    footer,
    html: (
      <>
        <Text>{words.why}</Text>
        <Text>{words.ask}</Text>
        <Button href={confirmUrl}>{words.button}</Button>
        <Text>{words.notYours}</Text>
      </>
    ),
    paragraphs: [words.why, words.ask, `${words.button}:\n${confirmUrl}`, words.notYours],
  });
}
