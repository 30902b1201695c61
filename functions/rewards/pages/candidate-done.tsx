import type { Bilingual } from '../../domain/language.ts';
import { type PageContext, renderPage, Tick, WriteTo } from '../../web/layout.tsx';

/** What came of an invitation: `used`, somebody has entered their data before. */
export type InvitationEnd = 'entered' | 'confirmed' | 'known' | 'used' | 'closed';

const texts: Readonly<Record<InvitationEnd, { title: Bilingual; lead: Bilingual; next: Bilingual }>> = {
  entered: {
    title: { ja: 'あと一つ、メールをご確認ください', en: 'One more step: please look at your mail' },
    lead: {
      ja: '入力されたアドレスへ、確認のメールをお送りしました。メールのリンクから確認されるまで、採用担当にはお伝えしません。',
      en: 'We have sent a mail to the address you entered. Until you confirm by its link, our recruiting team isn’t told.',
    },
    next: {
      ja: 'しばらく待ってもメールが届かないときは、こちらへご連絡ください。',
      en: 'If it doesn’t arrive within a while, write to us at',
    },
  },
  confirmed: {
    title: { ja: 'ありがとうございます。承りました', en: 'Thank you. We have your details' },
    lead: {
      ja: '採用担当者から、直接ご連絡します。それまで、お手続きはありません。',
      en: 'Our recruiting team will get in touch with you. Until then there’s nothing for you to do.',
    },
    next: {
      ja: '情報を消去したいときは、先ほどのメールのリンクをお使いください。ご不明な点は、こちらへお尋ねください。',
      en: 'To delete your details, use the link in the same mail. If you have a question, write to us at',
    },
  },
  known: {
    title: { ja: 'すでにご連絡先をいただいています', en: 'We know you already' },
    lead: {
      ja: 'ご関心をお寄せくださり、ありがとうございます。以前のご紹介の内容で進めますので、今回の入力は消去しました。',
      en: 'Thank you for your interest. We go on with what you sent us before, so what you entered now is deleted.',
    },
    next: {
      ja: '内容を変えたいときや、しばらく連絡がないときは、こちらへご連絡ください。',
      en: 'If something has changed, or you haven’t heard from us for a while, write to us at',
    },
  },
  used: {
    title: { ja: 'この招待はすでに使われています', en: 'This invitation has been used' },
    lead: {
      ja: 'ご自身で入力された方には、確認のメールをお送りしています。メールのリンクからお進みください。',
      en: 'If it was you who used it, you have a mail from us: please go on by its link.',
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
        {end === 'confirmed' ? <Tick /> : null}
        <p>{lead[language]}</p>
        <WriteTo policy={policy} quiet={end === 'entered' || end === 'confirmed'}>
          {next[language]}
        </WriteTo>
      </>
    ),
  });
}
