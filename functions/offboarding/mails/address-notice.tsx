import type { Letter } from '../../domain/dispatch.ts';
import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { maskAddress } from '../../domain/wording.ts';
import { Text } from '../../mail/layout.tsx';
import { letter } from '../../mail/letter.ts';
import { type Footer, salutation } from '../../mail/text.ts';

/** What the notice is made of. */
type AddressNotice = Readonly<{
  language: Language;
  policy: Policy;
  name: string;
  /** The new address, which is shown masked. */
  newAddress: string;
}>;

const footer: Footer = {
  why: {
    ja: 'このメールは、ご登録のアドレスを守るため、今お使いのアドレスにお送りしています。',
    en: 'This mail goes to the address in use, to protect your registration.',
  },
  stop: {
    ja: '新しいアドレスが入力されたときにだけお送りします。',
    en: 'It only comes when a new address is entered.',
  },
};

type Sentences = Readonly<{ subject: string; why: string; next: string; notYou: string }>;

function sentences({ language, policy, newAddress }: AddressNotice): Sentences {
  const company = policy.company.name[language];
  const masked = maskAddress(newAddress);
  return language === 'ja'
    ? {
        subject: `【${company}】新しいメールアドレスが入力されました`,
        why: `アルムナイ制度の連絡先として、新しいアドレス(${masked})が入力されましたので、お知らせします。`,
        next: '新しいアドレスで確認が済むと、今後のメールはそちらへお送りします。それまでは、このアドレスのままです。',
        notYou: 'お心当たりがないときは、下の連絡先へお知らせください。',
      }
    : {
        subject: `${company} — a new mail address was entered`,
        why: `A new address (${masked}) was entered as your contact for the alumni programme.`,
        next: 'Once it’s confirmed there, we’ll write to it from then on. Until then nothing changes.',
        notYou: 'If that wasn’t you, please tell us at the contact below.',
      };
}

/** Tells whoever reads the address in use that another one was entered: a forwarded mail must not move anybody in silence. */
export function addressNotice(notice: AddressNotice): Letter {
  const { language, policy, name } = notice;
  const { subject, why, next, notYou } = sentences(notice);
  return letter({
    languages: [language],
    policy,
    subject,
    preview: why,
    footer,
    html: (
      <>
        <Text>{salutation(name, language)}</Text>
        <Text>{why}</Text>
        <Text>{next}</Text>
        <Text>{notYou}</Text>
      </>
    ),
    paragraphs: [salutation(name, language), why, next, notYou],
  });
}
