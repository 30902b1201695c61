import type { Plan } from '../../domain/gathering-plan.ts';
import type { Bilingual } from '../../domain/language.ts';
import { whenInWords } from '../../domain/plan-wording.ts';
import type { Place } from '../../domain/room.ts';
import { type PageContext, renderPage, TallLink, Tick } from '../../web/layout.tsx';
import { CameForm, headsInWords, UndoForm } from './came-form.tsx';
import { tell } from './told.ts';

const texts = {
  checkInTitle: { ja: '受付', en: 'Check-in' },
  done: { ja: '受付が済みました。次の方のコードを読み取れます。', en: 'Checked in. You can scan the next code.' },
  without: {
    offered: {
      ja: 'お席のお返事をまだいただいていない方です。',
      en: 'They were offered a place and haven’t accepted it.',
    },
    waiting: { ja: 'キャンセル待ちの方です。', en: 'They’re on the waiting list.' },
    lapsed: { ja: 'お席の取り置き期間が過ぎた方です。', en: 'They were offered a place and didn’t take it in time.' },
    left: { ja: '参加を取り消された方です。', en: 'They said that they aren’t coming.' },
  },
  walkIn: {
    ja: 'お入りになる場合は、名簿のページで当日参加として数えてください。',
    en: 'If they come in, count them as a walk-in on the page with the list.',
  },
  list: { ja: '名簿を開く', en: 'Open the list' },
  ticketLead: {
    ja: 'このコードは受付で使います。当日、ご参加の方のページにあるコードを、受付でお見せください。',
    en: 'This code is for the entrance. On the day, please show the one on your own page there.',
  },
} as const satisfies Record<string, Bilingual | Record<Exclude<Place['status'], 'attending'>, Bilingual>>;

type CheckInPage = PageContext &
  Readonly<{
    plan: Plan;
    attendee: { name: string; party: number; status: Place['status']; came?: number | undefined };
    /** Where the form posts: the organiser's own link. */
    action: string;
    person: string;
  }>;

/** Somebody whose code the organiser has scanned: who it is, how many, one button. */
export function checkInPage({ language, policy, plan, attendee, action, person }: CheckInPage): string {
  const { name, party, status, came = 0 } = attendee;
  const form = { language, person, action, nameId: 'name' };
  return renderPage({
    language,
    policy,
    // The name stays out of the title, which browsers keep.
    title: `${texts.checkInTitle[language]}: ${tell(plan, language).text.title}`,
    children: (
      <>
        {came > 0 ? <Tick /> : null}
        <p class="large">
          <strong id="name">{language === 'ja' ? `${name} 様` : name}</strong>
          <br />
          {headsInWords(party, language)}
        </p>
        {came > 0 ? (
          <>
            <p role="status">{texts.done[language]}</p>
            <UndoForm {...form} party={party} came={came} />
          </>
        ) : status === 'attending' ? (
          <CameForm {...form} party={party} primary />
        ) : (
          <p class="note">
            {texts.without[status][language]}
            <br />
            {texts.walkIn[language]}
          </p>
        )}
        <TallLink href={action}>{texts.list[language]}</TallLink>
      </>
    ),
  });
}

/** What anybody but the organiser sees behind a code: nothing about anybody. */
export function ticketPage({ language, policy, plan: given }: PageContext & Readonly<{ plan: Plan }>): string {
  const { plan, text } = tell(given, language);
  return renderPage({
    language,
    policy,
    title: text.title,
    children: (
      <>
        <p>{whenInWords(plan, language)}</p>
        <p>{texts.ticketLead[language]}</p>
      </>
    ),
  });
}
