import type { EditionStatus } from '../../domain/edition.ts';
import type { Bilingual } from '../../domain/language.ts';
import type { PageContext } from '../../web/layout.tsx';
import { reviewedPage } from '../../web/reviewed-page.tsx';
import { editionName } from '../wording.ts';

/** What became of an edition that was to be reviewed. */
type Reviewed = Exclude<EditionStatus, 'in review'>;

const outcomes: Readonly<Record<Reviewed, { title: Bilingual; next: Bilingual }>> = {
  approved: {
    title: { ja: '承認されました', en: 'Approved' },
    next: {
      ja: '対象の方へ、次のお便りから順にお届けします。何をどなたにお伝えしたかは、社外提供記録に残ります。',
      en: 'It goes out with the next mails to those it’s for. What was told to whom is kept in the disclosure record.',
    },
  },
  refused: {
    title: { ja: '承認されませんでした', en: 'Not approved' },
    next: {
      ja: 'この号はどなたにもお送りしません。原稿を直せば、新しい号としてもう一度出せます。',
      en: 'It isn’t sent to anybody. Once corrected, it can be submitted again as a new edition.',
    },
  },
  'not reviewed': {
    title: { ja: '期限までに判断がありませんでした', en: 'Not reviewed in time' },
    next: {
      ja: 'この号はどなたにもお送りしません。お届けしたいときは、新しい号としてもう一度出せます。',
      en: 'This edition isn’t sent to anybody. It can be submitted again as a new edition.',
    },
  },
  withdrawn: {
    title: { ja: '取り下げられました', en: 'Withdrawn' },
    next: {
      ja: '担当者がこの号を取り下げました。まだお送りしていない方には、お届けしません。',
      en: 'The programme’s people took this edition back. Whoever hasn’t had it doesn’t get it any more.',
    },
  },
};

/** How the review of an edition ended. */
export function editionReviewedPage({
  number,
  outcome,
  ...page
}: PageContext & Readonly<{ number: number; outcome: Reviewed }>): string {
  const about = editionName(number, page.language);
  return reviewedPage({ ...page, about, isApproved: outcome === 'approved', ...outcomes[outcome] });
}
