import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';
import { isOpen, type Rehire } from '../../domain/rehire.ts';
import { mayWithdraw } from '../../domain/rehire-offer.ts';
import { rehireName, standingOfRehire } from '../../domain/rehire-wording.ts';
import { kindInWords } from '../../domain/return-conditions-wording.ts';
import { asStart, dateInWords } from '../../domain/wording.ts';
import { type PageContext, renderPage, TallLink, Terms, WriteTo } from '../../web/layout.tsx';
import { ForAddress } from '../../web/person-parts.tsx';
import { NotMailed, PastCases, type PastCasesOf } from './interest-parts.tsx';

const texts = {
  stands: { ja: '現在の状況', en: 'Where it stands' },
  byHr: {
    ja: '以前「復帰のご相談」をお選びくださいましたので、人事担当がこのご相談を始めました。',
    en: 'You once told us that we may talk with you about coming back, so our HR team has opened this for you.',
  },
  answer: { ja: '条件を読んで返事をする', en: 'Read the offer and answer' },
  wishes: { ja: 'ご希望', en: 'What you’d like' },
  kind: { ja: '契約の種類', en: 'Kind of contract' },
  from: { ja: '始める時期', en: 'From' },
  open: { ja: 'これからのご相談', en: 'Still open' },
  talk: { ja: 'カジュアル面談', en: 'Informal talk' },
  on: { ja: 'ご相談の日', en: 'Asked on' },
  opened: { ja: '手続きを始めた日', en: 'Opened on' },
  withdrawTitle: { ja: 'ご相談を取り下げますか', en: 'Take it back?' },
  withdrawLead: {
    ja: '次のボタンを押すと、このご相談は終わります。理由はうかがいません。またご希望のときは、あらためてご相談いただけます。',
    en: 'This button ends your request. Nobody asks why, and you can ask again whenever you like.',
  },
  offerGoes: {
    ja: '次のボタンを押すと、お示ししている条件がなくなり、このご相談は終わります。理由はうかがいません。またご希望のときは、あらためてご相談いただけます。',
    en: 'This button ends your request, and our offer goes with it. Nobody asks why, and you can ask again whenever you like.',
  },
  startGoes: {
    ja: '次のボタンを押すと、お受けいただいた条件がなくなり、初日に向けた準備も止まります。理由はうかがいません。またご希望のときは、あらためてご相談いただけます。',
    en: 'This button ends it: the offer that you accepted is gone, and we stop preparing for your first day. Nobody asks why, and you can ask again whenever you like.',
  },
  withdraw: { ja: '取り下げる', en: 'Take it back' },
  withdrawn: { ja: 'お知らせくださり、ありがとうございます。', en: 'Thank you for letting us know.' },
  tooLate: {
    ja: '手続きが先へ進んだため、ここでは取り下げられません。こちらへご連絡ください。',
    en: 'It’s too late to take it back here: things have moved on. Please write to us at',
  },
  home: { ja: '復帰のご相談のページへ', en: 'Back to the page about coming back' },
} as const satisfies Record<string, Bilingual>;

type InterestStanding = PageContext &
  PastCasesOf &
  Readonly<{
    /** As `maskAddress` gives it. */
    address: string;
    rehire: Rehire;
    /** Where the offer can be answered, while it can be. */
    offerUrl?: string | undefined;
    /** From one that has ended, to the form. */
    homeUrl: string;
    /** News of it can be mailed. */
    isMailed: boolean;
    /** What came of taking it back just now. */
    said?: 'withdrawn' | 'too late' | undefined;
  }>;

/** What was asked for; what was written is not shown: the link may have been passed on. */
function factsOf({ kind, from, wantsTalk, openedOn, openedBy }: Rehire, language: Language) {
  return [
    { term: texts.kind[language], text: asStart(kindInWords(kind, language)) },
    { term: texts.from[language], text: from ? fromInWords(from, language) : texts.open[language] },
    { term: texts.talk[language], text: talkInWords(wantsTalk, language) },
    {
      term: (openedBy === 'HR' ? texts.opened : texts.on)[language],
      text: dateInWords(openedOn, language),
    },
  ];
}

function fromInWords(from: string, language: Language): string {
  const day = dateInWords(from, language);
  return language === 'ja' ? `${day}から` : day;
}

function talkInWords(wantsTalk: boolean, language: Language): string {
  if (language === 'ja') return wantsTalk ? '希望する' : '希望しない';
  return wantsTalk ? 'Yes' : 'No';
}

/** What goes is named in the sentence before the button. Posts `action=withdraw` and which case. */
const Withdraw: FC<{ language: Language; rehire: Rehire }> = ({ language, rehire: { number, status } }) => {
  const lead =
    status === 'onboarding'
      ? texts.startGoes
      : status === 'waits for the answer'
        ? texts.offerGoes
        : texts.withdrawLead;
  return (
    <section class="apart">
      <h2>{texts.withdrawTitle[language]}</h2>
      <p id="withdraw">{lead[language]}</p>
      <form method="post">
        <input type="hidden" name="number" value={number} autocomplete="off" />
        <div class="actions">
          <button type="submit" name="action" value="withdraw" class="single other" aria-describedby="withdraw">
            {texts.withdraw[language]}
          </button>
        </div>
      </form>
    </section>
  );
};

/** How somebody's case stands, and what happens next. */
export function interestStandingPage(page: InterestStanding): string {
  const { language, policy, address, rehire, past, offerUrl, homeUrl, isMailed, said } = page;
  return renderPage({
    language,
    policy,
    title: asStart(rehireName(rehire.number, language)),
    invalid: said === 'too late',
    children: (
      <>
        <ForAddress language={language} address={address} />
        {said === 'withdrawn' ? (
          <p class="note" role="status">
            {texts.withdrawn[language]}
          </p>
        ) : null}
        {said === 'too late' ? (
          <div class="note" role="alert">
            <WriteTo policy={policy}>{texts.tooLate[language]}</WriteTo>
          </div>
        ) : null}
        {isMailed || !isOpen(rehire) ? null : <NotMailed language={language} />}
        <section class="sheet">
          <h2>{texts.stands[language]}</h2>
          {rehire.openedBy === 'HR' && isOpen(rehire) ? <p>{texts.byHr[language]}</p> : null}
          {standingOfRehire(rehire, policy, language).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </section>
        {offerUrl ? (
          <div class="actions">
            <a class="button single" href={offerUrl}>
              {texts.answer[language]}
            </a>
          </div>
        ) : null}
        <h2>{texts.wishes[language]}</h2>
        <Terms terms={factsOf(rehire, language)} />
        {isOpen(rehire) ? null : <TallLink href={homeUrl}>{texts.home[language]}</TallLink>}
        <PastCases language={language} policy={policy} past={past} />
        {mayWithdraw(rehire) ? <Withdraw language={language} rehire={rehire} /> : null}
      </>
    ),
  });
}
