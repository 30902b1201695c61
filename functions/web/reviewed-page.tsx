import type { Bilingual } from '../domain/language.ts';
import { type PageContext, renderPage, Tick } from './layout.tsx';

type ReviewedPage = PageContext &
  Readonly<{
    /** What was reviewed. */
    about: string;
    isApproved: boolean;
    title: Bilingual;
    next: Bilingual;
  }>;

/** How a review ended: right after the decision, and when the link is opened again. */
export function reviewedPage({ language, policy, about, isApproved, title, next }: ReviewedPage): string {
  return renderPage({
    language,
    policy,
    title: title[language],
    children: (
      <>
        {isApproved ? <Tick /> : null}
        <p class="quiet">{about}</p>
        <p>{next[language]}</p>
      </>
    ),
  });
}
