import type { FC } from 'hono/jsx';
import type { Plan } from '../../domain/gathering-plan.ts';
import type { Bilingual } from '../../domain/language.ts';
import { factsInWords } from '../../domain/plan-wording.ts';
import { headsIn, isChangedOften } from '../../domain/room.ts';
import { type PageContext, renderPage, Terms, WriteTo } from '../../web/layout.tsx';
import { Blocks } from '../../web/told-text.tsx';
import type { RsvpForm } from './rsvp-fields.tsx';
import { AfterDeadline, AnswerForm, GiveUp, OfferForm } from './rsvp-form.tsx';
import { Standing } from './standing.tsx';
import { tell } from './told.ts';

const texts = {
  saved: { ja: 'ご回答を承りました。', en: 'We have your answer.' },
  closed: {
    ja: 'お送りいただいたときには受付が終わっていたため、ご回答をお受けできませんでした。',
    en: 'Answers had closed by the time you sent yours, so it couldn’t be taken.',
  },
  tooOften: {
    ja: 'この受付での変更が多くなったため、ここから先はメールでご連絡ください。',
    en: 'Your answer has been changed many times on this page. For anything further, please write to',
  },
} as const satisfies Record<string, Bilingual>;

type GatheringPage = PageContext &
  Omit<RsvpForm, 'told'> &
  Readonly<{
    plan: Plan;
    /** In the waiting list, from 1. */
    position?: number | undefined;
    /** What the QR code of somebody who attends leads to. */
    checkInUrl?: string | undefined;
    /** An answer was just taken. */
    saved?: boolean | undefined;
  }>;

/** That the page takes no more changes, and to whom to write instead. */
const TooOften: FC<PageContext & { refused?: boolean }> = ({ language, policy, refused = false }) => (
  <div class="sheet" role={refused ? 'alert' : undefined} id="too-often">
    <WriteTo policy={policy}>{texts.tooOften[language]}</WriteTo>
  </div>
);

/** What may be answered now. */
const Next: FC<RsvpForm & { often: boolean }> = (form) => {
  const { place, open, often } = form;
  if (place?.status === 'offered') return <OfferForm {...form} place={place} />;
  if (often) {
    const isHeld = headsIn(place) > 0 || place?.status === 'waiting';
    return place && isHeld ? <GiveUp {...form} place={place} /> : null;
  }
  return open ? <AnswerForm {...form} /> : <AfterDeadline {...form} />;
};

/** A gathering before it is held: what it is, how it stands for one alumnus, and what they may answer. */
export function gatheringPage(page: GatheringPage): string {
  const { language, policy, place, position, said, checkInUrl, problem, saved = false } = page;
  const told = tell(page.plan, language);
  // What was open when the page was made may have closed since.
  const open = page.open && problem !== 'closed';
  const often = problem === 'too often' || (isChangedOften(place) && place?.status !== 'offered');
  const form = { ...page, told, open, often };
  const facts = factsInWords(told.plan, policy, language, { comes: place?.status === 'attending' });
  return renderPage({
    language,
    policy,
    title: told.text.title,
    invalid: problem !== undefined,
    children: (
      <>
        {problem === 'closed' ? <p class="problem">{texts.closed[language]}</p> : null}
        {often && problem ? <TooOften language={language} policy={policy} refused /> : null}
        {saved ? (
          <p class="note" role="status">
            {texts.saved[language]}
          </p>
        ) : null}
        <Standing language={language} place={place} position={position} said={said} checkInUrl={checkInUrl} />
        <Terms terms={facts} />
        <div lang={told.spoken}>
          <Blocks blocks={told.text.blocks} heading="h2" />
        </div>
        {often && !problem ? <TooOften language={language} policy={policy} /> : null}
        <Next {...form} />
      </>
    ),
  });
}
