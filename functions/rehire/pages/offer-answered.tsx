import type { Bilingual } from '../../domain/language.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { standingOfRehire } from '../../domain/rehire-wording.ts';
import { type PageContext, renderPage, Tick, WriteTo } from '../../web/layout.tsx';
import { ForAddress } from '../../web/person-parts.tsx';

/** `replaced`: a corrected one waits for the answer; `over`: nobody can take it any more. */
export type OfferState = 'accepted' | 'declined' | 'replaced' | 'over';

const titles: Readonly<Record<OfferState, Bilingual>> = {
  accepted: { ja: 'お受けいただき、ありがとうございます', en: 'Thank you for accepting' },
  declined: { ja: 'お返事をありがとうございます', en: 'Thank you for your answer' },
  replaced: { ja: '新しい条件をお送りしています', en: 'There is a newer offer' },
  over: { ja: 'このご提示は終わっています', en: 'This offer is over' },
};

const newer: Bilingual = {
  ja: 'ここでお示ししていた条件は、その後に改めました。新しい条件はメールでお送りしています。お返事は、そのメールのボタンから開くページでお願いします。',
  en: 'We’ve corrected the offer that was here, and sent you the new one by mail. Please answer it on the page that the button in that mail opens.',
};
const takeBack: Bilingual = {
  ja: '条件は、お送りしたメールでいつでも読み返せます。ご事情が変わったときは、初日の前日まで、どのメールの末尾にもある「復帰のご相談はこちらから」のページで取り下げられます。理由はうかがいません。',
  en: 'The offer stays in the mail that we sent you. If your plans change, you can take it back until the day before you start, on the page “Talk about coming back” that every mail of ours links to at its end. Nobody asks why.',
};
const askAgain: Bilingual = {
  ja: 'ご相談のページは、どのメールの末尾にもある「復帰のご相談はこちらから」で開けます。',
  en: 'Every mail of ours links to the page “Talk about coming back” at its end.',
};
const questions: Bilingual = {
  ja: 'ご不明な点は、こちらへお尋ねください。',
  en: 'If you have a question, write to us at',
};

type OfferAnswered = PageContext &
  Readonly<{
    /** As `maskAddress` gives it. */
    address: string;
    rehire: Rehire;
    state: OfferState;
  }>;

/** How it stands and what happens next. An offer that was not answered in time has lapsed, also before the sweep has seen it. */
function saidOf({ language, policy, rehire, state }: OfferAnswered): string[] {
  if (state === 'replaced') return [newer[language]];
  const isLate = rehire.status === 'waits for the answer';
  const standing = standingOfRehire(isLate ? { ...rehire, status: 'lapsed' } : rehire, policy, language);
  // Who is here again finds nothing on the page about coming back.
  if (state === 'accepted') return rehire.status === 'onboarding' ? [...standing, takeBack[language]] : standing;
  return [...standing, askAgain[language]];
}

/**
 * After the answer, and when a link is opened that cannot be answered any more. It holds no link to the alumnus's other pages:
 * those belong to the address in use, and this one may lie in an old mailbox.
 */
export function offerAnsweredPage(page: OfferAnswered): string {
  const { language, policy, address, state } = page;
  return renderPage({
    language,
    policy,
    title: titles[state][language],
    children: (
      <>
        {state === 'accepted' || state === 'declined' ? <Tick /> : null}
        {saidOf(page).map((sentence) => (
          <p>{sentence}</p>
        ))}
        <ForAddress language={language} address={address} />
        <WriteTo policy={policy} quiet>
          {questions[language]}
        </WriteTo>
      </>
    ),
  });
}
