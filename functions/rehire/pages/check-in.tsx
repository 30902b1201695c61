import type { Bilingual, Language } from '../../domain/language.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { rehireName } from '../../domain/rehire-wording.ts';
import type { CheckInAnswer } from '../../domain/rehire-words.ts';
import { asStart, dateInWords, durationInWords } from '../../domain/wording.ts';
import { Choice, TextField } from '../../web/fields.tsx';
import { OneButton, type PageContext, renderPage } from '../../web/layout.tsx';
import { ForAddress } from '../../web/person-parts.tsx';
import { formTexts } from './texts.ts';

const texts = {
  title: { ja: 'その後、いかがですか', en: 'How is it going?' },
  optional: {
    ja: 'お答えになるかどうかは、ご自由です。お答えがなくても、何も変わりません。',
    en: 'Answering is optional. If you’d rather not, nothing changes.',
  },
  onlyHr: {
    ja: 'お答えは、人事担当だけにお届けします。受け入れ先の上長やチームには伝えません。',
    en: 'Your answers go to HR only. Your manager and your team don’t get to see them.',
  },
  prying: {
    ja: '離れていたあいだのことや、退職・復帰のいきさつを詮索されずに、迎えられましたか',
    en: 'Were you received without prying into why you left, why you came back, or the time between?',
  },
  settled: { ja: 'お仕事に要るものは、そろっていますか', en: 'Do you have what you need for your work?' },
  text: { ja: '伝えておきたいこと', en: 'Anything else' },
  textNote: {
    ja: '困っていることや、こうしてほしいということがあれば、お書きください。',
    en: 'If something is difficult, or you’d like it to be different, tell us here.',
  },
  send: { ja: '人事担当に送る', en: 'Send to HR' },
} as const satisfies Record<string, Bilingual>;

const prying: Readonly<Record<CheckInAnswer['prying'], Bilingual>> = {
  none: { ja: '詮索されずに迎えられました', en: 'Yes, nobody pried' },
  some: { ja: '詮索されたと感じることが、少しありました', en: 'There was some prying' },
  much: { ja: '詮索されたと感じることが、多くありました', en: 'There was a lot of prying' },
};
const settled: Readonly<Record<CheckInAnswer['settled'], Bilingual>> = {
  well: { ja: 'そろっています', en: 'Yes, I have' },
  partly: { ja: '足りないものがあります', en: 'In part; something is missing' },
  not: { ja: 'そろっていません', en: 'No, I haven’t' },
};

/** Each answer in their own words, in the order of the record. */
function choicesOf(labels: Readonly<Record<string, Bilingual>>, language: Language) {
  return Object.entries(labels).map(([value, label]) => ({ value, label: label[language] }));
}

/** In the order in which they are shown. */
const fields = ['prying', 'settled', 'text'] as const;
type CheckInField = (typeof fields)[number];

export type CheckInForm = PageContext &
  Readonly<{
    /** As `maskAddress` gives it. */
    address: string;
    rehire: Rehire;
    typed?: Readonly<Partial<Record<CheckInField, string | undefined>>>;
    wrong?: Readonly<Partial<Record<CheckInField, 'missing' | 'too long'>>>;
  }>;

/** Which return, and since when. */
function whichOne({ number, offer }: Rehire, language: Language): string {
  const name = asStart(rehireName(number, language));
  if (!offer) return name;
  const since = dateInWords(offer.startsOn, language);
  return language === 'ja' ? `${name}、${since}に復帰` : `${name}, back since ${since}`;
}

/** Who sees it was said; how long it is kept. */
function keptInWords({ policy, language }: PageContext): string {
  const until = durationInWords(policy.retention.returns, language);
  return language === 'ja'
    ? `復帰の手続きが終わってから、${until}で消去します。`
    : `We delete it ${until} after your return is complete.`;
}

/** Two questions to somebody who is here again: whether they were received without prying, and have what they need. */
export function checkInPage(page: CheckInForm): string {
  const { language, policy, address, rehire, typed, wrong = {} } = page;
  const first = fields.find((field) => wrong[field]);
  return renderPage({
    language,
    policy,
    title: texts.title[language],
    invalid: first !== undefined,
    children: (
      <>
        <p class="quiet">{whichOne(rehire, language)}</p>
        <p class="note">{texts.onlyHr[language]}</p>
        <p>{texts.optional[language]}</p>
        <ForAddress language={language} address={address} />
        {/* Percent-encoded, a long Japanese text would be three times its size. */}
        <form method="post" enctype="multipart/form-data" novalidate>
          <Choice
            language={language}
            name="prying"
            legend={texts.prying}
            problem={wrong.prying && formTexts.chooseOne}
            isFirst={first === 'prying'}
            value={typed?.prying}
            choices={choicesOf(prying, language)}
          />
          <Choice
            language={language}
            name="settled"
            legend={texts.settled}
            problem={wrong.settled && formTexts.chooseOne}
            isFirst={first === 'settled'}
            value={typed?.settled}
            choices={choicesOf(settled, language)}
          />
          <TextField
            language={language}
            name="text"
            label={texts.text}
            aside={formTexts.optionalText}
            note={texts.textNote[language]}
            problem={wrong.text && formTexts.tooLong}
            isFirst={first === 'text'}
            value={typed?.text}
            rows={5}
          />
          <p class="quiet">{keptInWords(page)}</p>
          <OneButton>{texts.send[language]}</OneButton>
        </form>
      </>
    ),
  });
}
