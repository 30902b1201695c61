import { gatheringName } from '../../domain/gathering-name.ts';
import type { Bilingual } from '../../domain/language.ts';
import { asStart } from '../../domain/wording.ts';
import type { PageContext } from '../../web/layout.tsx';
import { reviewedPage } from '../../web/reviewed-page.tsx';

/** What became of a plan that was to be reviewed; `replaced`: a later submission took its place. */
type PlanReviewed = 'approved' | 'refused' | 'not reviewed' | 'withdrawn' | 'cancelled' | 'replaced';

const outcomes: Readonly<Record<PlanReviewed, { title: Bilingual; next: Bilingual }>> = {
  approved: {
    title: { ja: '承認されました', en: 'Approved' },
    next: {
      ja: '対象の方へ、順にお知らせします。何をどなたにお伝えしたかは、社外提供記録に残ります。',
      en: 'Those it’s for hear of it now. What was told to whom is kept in the disclosure record.',
    },
  },
  refused: {
    title: { ja: '承認されませんでした', en: 'Not approved' },
    next: {
      ja: 'この内容は、どなたにもお知らせしません。すでに承認された内容があれば、そのまま進みます。計画を直せば、もう一度出せます。',
      en: 'Nobody is told of this plan. If an earlier one was approved, it stays as it is. Once corrected, it can be submitted again.',
    },
  },
  'not reviewed': {
    title: { ja: '期限までに判断がありませんでした', en: 'Not reviewed in time' },
    next: {
      ja: 'この内容は、どなたにもお知らせしません。すでに承認された内容があれば、そのまま進みます。必要であれば、もう一度出せます。',
      en: 'Nobody is told of this plan. If an earlier one was approved, it stays as it is. It can be submitted again.',
    },
  },
  withdrawn: {
    title: { ja: '取り下げられました', en: 'Withdrawn' },
    next: {
      ja: '担当者がこの計画を取り下げました。どなたにもご案内しません。',
      en: 'The programme’s people took this plan back. Nobody is invited.',
    },
  },
  cancelled: {
    title: { ja: '交流会は中止になりました', en: 'The gathering was called off' },
    next: {
      ja: 'ご判断いただくことは、もうありません。すでにご案内した方には、中止をお知らせします。',
      en: 'There’s nothing left for you to decide. Those who had been invited are told.',
    },
  },
  replaced: {
    title: { ja: '新しい計画が提出されています', en: 'A newer plan was submitted' },
    next: {
      ja: 'この計画についてのご判断は、もう必要ありません。新しい計画の確認ページは、別のメールでお送りしています。',
      en: 'This plan needs no decision any more. The page of the newer one comes in a mail of its own.',
    },
  },
};

/** How the review of a plan ended. */
export function planReviewedPage({
  number,
  outcome,
  ...page
}: PageContext & Readonly<{ number: number; outcome: PlanReviewed }>): string {
  const about = asStart(gatheringName(number, page.language));
  return reviewedPage({ ...page, about, isApproved: outcome === 'approved', ...outcomes[outcome] });
}
