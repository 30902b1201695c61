import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';

const texts = {
  title: { ja: 'メールアドレスの変更', en: 'Changing your address' },
  lead: {
    ja: '新しいアドレスに確認のメールをお送りします。そのメールで確認が済むまでは、今のアドレスにお送りします。',
    en: 'We’ll send a mail to the new address. It comes into use only once you’ve confirmed it there; until then we keep writing to the current one.',
  },
  label: { ja: '新しいメールアドレス', en: 'New mail address' },
  another: { ja: '別のアドレスに変える場合', en: 'To use another address instead' },
  send: { ja: '確認のメールを送る', en: 'Send the confirmation mail' },
} as const satisfies Record<string, Bilingual>;

/** What is wrong with a new address. */
export type AddressProblem = 'invalid' | 'same' | 'too often';

const problems: Readonly<Record<AddressProblem, Bilingual>> = {
  invalid: {
    ja: 'メールアドレスとして読み取れませんでした。name@example.com のように、@ の後ろまで入力してください。',
    en: 'This can’t be read as a mail address. Write all of it, like name@example.com.',
  },
  same: {
    ja: '今お使いのアドレスと同じです。変更する場合は、別のアドレスを入力してください。',
    en: 'This is the address we already use. To change it, enter a different one.',
  },
  'too often': {
    ja: 'この30日のあいだに、すでに3回ご入力いただきました。お手数ですが、このページの下の連絡先へお知らせください。',
    en: 'You’ve already entered three addresses in the last 30 days. Please write to the contact below.',
  },
};

/** What happens to an address that waits for its owner. */
const Pending: FC<{ language: Language; address: string }> = ({ language, address }) =>
  language === 'ja' ? (
    <p class="note">
      <span class="address">{address}</span>{' '}
      の確認をお待ちしています。届いたメールのリンクで確認が済むと、切り替わります。確認されなかったアドレスは、使わずに消去します。
    </p>
  ) : (
    <p class="note">
      We’re waiting for <span class="address">{address}</span> to be confirmed by the link in the mail we sent there. An
      address nobody confirms isn’t used, and is deleted.
    </p>
  );

/** What the section for a new address shows. */
export type NewAddress = Readonly<{
  /** The new address that waits to be confirmed, as `maskAddress` gives it. */
  addressPending?: string | undefined;
  addressProblem?: AddressProblem | undefined;
  /** Kept when something is wrong with it. */
  typedAddress?: string | undefined;
}>;

/**
 * Asks for a new address. Posts `action=address` with `address`.
 * The browser's own check is off, since its words are in its own language and not beside the field.
 */
export const ChangeOfAddress: FC<NewAddress & { language: Language }> = ({
  language,
  addressPending,
  addressProblem,
  typedAddress,
}) => (
  <section>
    <h2>{texts.title[language]}</h2>
    {addressPending ? <Pending language={language} address={addressPending} /> : null}
    <p id="address-note">{texts.lead[language]}</p>
    <form method="post" novalidate>
      <input type="hidden" name="action" value="address" />
      <p class="field">
        <label for="address">{addressPending ? texts.another[language] : texts.label[language]}</label>
        {addressProblem ? (
          <span class="problem" id="address-problem">
            {problems[addressProblem][language]}
          </span>
        ) : null}
        <input
          type="email"
          id="address"
          name="address"
          autocomplete="email"
          autocapitalize="off"
          spellcheck={false}
          maxlength={254}
          required
          value={typedAddress}
          autofocus={addressProblem !== undefined}
          aria-invalid={addressProblem ? 'true' : undefined}
          aria-describedby={addressProblem ? 'address-problem address-note' : 'address-note'}
        />
      </p>
      <div class="actions">
        <button type="submit" class="single other">
          {texts.send[language]}
        </button>
      </div>
    </form>
  </section>
);
