import type { Bilingual } from '../../domain/language.ts';
import { type PageContext, renderPage, Tick, WriteTo } from '../../web/layout.tsx';

/** What came of an invitation: `used`, somebody has entered their data before. */
export type InvitationEnd = 'applied' | 'known' | 'used' | 'closed';

const texts: Readonly<Record<InvitationEnd, { title: Bilingual; lead: Bilingual; next: Bilingual }>> = {
  applied: {
    title: { ja: 'ありがとうございます。承りました', en: 'Thank you. We have your details' },
    lead: {
      ja: '受付のお知らせをメールでお送りします。採用担当者から、あらためてご連絡します。',
      en: 'We’re sending you a mail to confirm it. Our recruiting team will get in touch with you.',
    },
    next: {
      ja: '情報を消去したいときは、そのメールのリンクをお使いください。メールが届かないときは、こちらへご連絡ください。',
      en: 'To delete your details, use the link in that mail. If it doesn’t arrive, write to us at',
    },
  },
  known: {
    title: { ja: 'すでにご連絡先をいただいています', en: 'We know you already' },
    lead: {
      ja: 'ご関心をお寄せくださり、ありがとうございます。以前いただいた内容で進めますので、今回の入力は保存していません。',
      en: 'Thank you for your interest. We go on with what you sent us before, so nothing of what you entered now is kept.',
    },
    next: {
      ja: '内容を変えたいときや、しばらく連絡がないときは、こちらへご連絡ください。',
      en: 'If something has changed, or you haven’t heard from us for a while, write to us at',
    },
  },
  used: {
    title: { ja: 'この招待はすでに使われています', en: 'This invitation has been used' },
    lead: {
      ja: 'ご自身で送信された方には、受付のお知らせをメールでお送りしています。お手続きは必要ありません。',
      en: 'If it was you who used it, you have a mail that confirms it, and there’s nothing left to do.',
    },
    next: {
      ja: 'まだ送信されていない方は、招待を送ってくれた方に新しいリンクをお求めになるか、こちらへご連絡ください。',
      en: 'If it wasn’t, ask whoever sent it for a new one, or write to us at',
    },
  },
  closed: {
    title: { ja: 'この招待は終了しています', en: 'This invitation is closed' },
    lead: {
      ja: '招待の期間が過ぎたか、ご紹介の手続きが終わっています。ここからは送信できません。',
      en: 'Its time is over, or the introduction has ended, so nothing can be sent here any more.',
    },
    next: {
      ja: 'ご関心をお持ちの方は、こちらへご連絡ください。',
      en: 'If you’re interested in working here, write to us at',
    },
  },
};

/** After an invitation: nothing that was entered is shown, to whoever opens the link. */
export function invitationEndPage({ language, policy, end }: PageContext & Readonly<{ end: InvitationEnd }>): string {
  const { title, lead, next } = texts[end];
  return renderPage({
    language,
    policy,
    title: title[language],
    children: (
      <>
        {end === 'applied' ? <Tick /> : null}
        <p>{lead[language]}</p>
        <WriteTo policy={policy} quiet={end === 'applied'}>
          {next[language]}
        </WriteTo>
      </>
    ),
  });
}
