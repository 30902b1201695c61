import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Offer } from '../../domain/offer.ts';
import { type OfferTerm, offerTerms } from '../../domain/offer-wording.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';
import { TextField } from '../../web/fields.tsx';
import { type PageContext, renderPage, WriteTo } from '../../web/layout.tsx';
import { ForAddress } from '../../web/person-parts.tsx';
import { formTexts } from './texts.ts';

const texts = {
  title: { ja: '復帰の条件のご提示', en: 'Our offer to you' },
  lead: {
    ja: 'またご一緒できる機会をご用意できました。条件をお読みになってから、お決めください。',
    en: 'We’d be glad to work with you again. Please read our offer before you decide.',
  },
  revised: {
    ja: 'これは改めた条件です。先にお送りしたものに代わります。',
    en: 'This is a corrected offer. It takes the place of the earlier one.',
  },
  terms: { ja: '条件', en: 'What we offer' },
  change: {
    ja: 'ご不明な点や、変えてほしいところがあるときは、お返事の前にこちらへお尋ねください。',
    en: 'If something’s unclear, or you’d like it changed, write to us before you answer:',
  },
  answer: { ja: 'お返事', en: 'Your answer' },
  introduction: {
    ja: '新しいチームに読んでもらいたいこと',
    en: 'What your new team may read about you',
  },
  promise: {
    ja: 'お受けになるとき、ご自身の紹介をお書きいただけます。新しいチームにお伝えするのは、お名前、契約の種類、初日と、ここに書かれたことだけです。空欄なら、紹介はお伝えしません。',
    en: 'If you accept, you can introduce yourself here. Your new team is shown your name, your kind of contract, your first day and what you write here, and nothing else. Leave it empty and they read nothing about you.',
  },
  decide: { ja: '「この条件を受ける」か「今回は見送る」をお選びください。', en: 'Choose to accept or to decline.' },
  final: {
    ja: 'どちらの場合も、理由はうかがいません。お受けになった場合も、初日の前日までは取り下げられます。見送られた場合も、またいつでもご相談いただけます。',
    en: 'Either way, nobody asks why. If you accept, you can still take it back until the day before you start. If you decline, you can ask again at any time.',
  },
  accept: { ja: 'この条件を受ける', en: 'Accept the offer' },
  decline: { ja: '今回は見送る', en: 'Decline the offer' },
} as const satisfies Record<string, Bilingual>;

export type OfferPage = PageContext &
  Readonly<{
    /** As `maskAddress` gives it. */
    address: string;
    rehire: Rehire;
    offer: Offer;
    name: string;
    /** As it was typed. */
    introduction?: string;
    wrong?: 'too long' | 'not chosen';
  }>;

/** The terms as they were written: a text may have several lines. */
const TermsInLines: FC<{ terms: readonly OfferTerm[] }> = ({ terms }) => (
  <dl>
    {terms.map(({ term, text }) => (
      <>
        <dt>{term}</dt>
        <dd>
          {text.split('\n').map((line, index) => (
            <>
              {index > 0 ? <br /> : null}
              {line}
            </>
          ))}
        </dd>
      </>
    ))}
  </dl>
);

function untilInWords(answerBy: string, language: Language): string {
  const until = dateInWords(answerBy, language);
  return language === 'ja'
    ? `${until}までにお返事ください。お返事がなければ、このご提示はそのまま終わります。`
    : `You can answer until ${until}. Without an answer the offer simply ends.`;
}

function keptInWords({ policy, language }: PageContext): string {
  const until = durationInWords(policy.retention.returns, language);
  return language === 'ja'
    ? `条件とご自身の紹介は、復帰の手続きが終わってから、${until}で消去します。`
    : `We delete the offer and your introduction ${until} after this has ended.`;
}

/** Accept or decline, in two buttons of the same size. Posts `decision`. */
const Answer: FC<OfferPage> = (page) => {
  const { language, introduction, wrong } = page;
  return (
    // Percent-encoded, a long Japanese text would be three times its size.
    <form method="post" enctype="multipart/form-data">
      <TextField
        language={language}
        name="introduction"
        label={texts.introduction}
        aside={formTexts.optionalText}
        note={texts.promise[language]}
        problem={wrong === 'too long' ? formTexts.tooLong : undefined}
        isFirst={wrong === 'too long'}
        value={introduction}
        rows={5}
      />
      <p class="quiet">{keptInWords(page)}</p>
      <p id="final">{texts.final[language]}</p>
      {wrong === 'not chosen' ? (
        <p class="problem" id="problem">
          {texts.decide[language]}
        </p>
      ) : null}
      <div class="actions">
        {(['accept', 'decline'] as const).map((decision) => (
          <button
            type="submit"
            name="decision"
            value={decision}
            class={decision === 'accept' ? undefined : 'other'}
            autofocus={wrong === 'not chosen' && decision === 'decline'}
            aria-describedby={wrong === 'not chosen' ? 'problem final' : 'final'}
          >
            {texts[decision][language]}
          </button>
        ))}
      </div>
    </form>
  );
};

/** All terms of the offer, until when it may be answered, and the answer. */
export function offerPage(page: OfferPage): string {
  const { language, policy, address, rehire, offer, name, wrong } = page;
  const made = rehire.offer;
  const terms = offerTerms(offer, { name, policy, on: made?.madeOn ?? rehire.since }, language);
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    invalid: wrong !== undefined,
    children: (
      <>
        <p>{texts.lead[language]}</p>
        {made && made.revision > 1 ? <p>{texts.revised[language]}</p> : null}
        <ForAddress language={language} address={address} />
        {made ? <p class="note">{untilInWords(made.answerBy, language)}</p> : null}
        <section class="sheet">
          <h2>{texts.terms[language]}</h2>
          <TermsInLines terms={terms} />
        </section>
        <WriteTo policy={policy} quiet>
          {texts.change[language]}
        </WriteTo>
        <h2>{texts.answer[language]}</h2>
        <Answer {...page} />
      </>
    ),
  });
}
