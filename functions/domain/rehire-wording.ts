import type { Bilingual, Language } from './language.ts';
import type { Policy } from './policy.ts';
import type { Rehire } from './rehire.ts';
import type { TaskKind } from './rehire-tasks.ts';
import { kindInWords } from './return-conditions-wording.ts';
import { dateAfter } from './time.ts';
import { dateInWords } from './wording.ts';

export { standingOfRehire } from './rehire-standing-wording.ts';

/** The words for a return that pages, mails and commands share. */

/** How a return is called: 復帰のご相談 第1号, return no. 1. */
export function rehireName(number: number, language: Language): string {
  return language === 'ja' ? `復帰のご相談 第${number}号` : `return no. ${number}`;
}

/** What is done before somebody's first day. */
export const taskNames: Readonly<Record<TaskKind, Bilingual>> = {
  hris: { ja: '人事システムへの登録', en: 'HR system entry' },
  account: { ja: 'アカウントと機器', en: 'Account and devices' },
  orientation: { ja: 'オリエンテーション', en: 'Orientation' },
  refresh: { ja: '秘密保持とコンプライアンスの確認', en: 'Confidentiality and compliance' },
  buddy: { ja: '相談相手の決定', en: 'Buddy' },
  culture: { ja: 'チームでのお迎え', en: 'Team welcome' },
};

/** What the owner of a task is to do. */
export const taskDetails: Readonly<Record<TaskKind, Bilingual>> = {
  hris: {
    ja: '契約の種類と初日を、人事システムに登録してください。以前の社員番号や在籍期間の扱いも、あわせて確かめます。',
    en: 'Enter the kind of contract and the first day in the HR system, and check how the earlier employee number and service carry over.',
  },
  account: {
    ja: '初日から使えるように、アカウントと機器を用意してください。以前の権限は引き継がず、これからの仕事に要るものだけを付けます。',
    en: 'Have an account and devices ready for the first day. Grant what the new work needs; earlier rights don’t come back by themselves.',
  },
  orientation: {
    ja: '初日からの案内を準備してください。ご存じのことは省き、離れていた間に変わったことを中心にします。',
    en: 'Prepare the first days. Leave out what they know, and show them what has changed in the meantime.',
  },
  refresh: {
    ja: '秘密保持とコンプライアンスの説明を準備してください。前の勤務先や取引先の秘密を持ち込まないことも、あわせて確かめます。',
    en: 'Prepare the briefing on confidentiality and compliance. It also covers not bringing in what is secret elsewhere.',
  },
  buddy: {
    ja: '気軽に質問できる相手を一人決め、初日までにその方へ伝えてください。',
    en: 'Choose one person whom they can ask anything, and tell that person before the first day.',
  },
  culture: {
    ja: '初日までに、チームに復帰を伝えてください。離れていた間のことや、そのいきさつは、本人が話さないかぎり尋ねません。外で身につけたやり方は、歓迎します。',
    en: 'Tell the team before the first day. Nobody asks about the time in between or how it came about, unless they speak of it themselves. New ways that they bring are welcome.',
  },
};

/** How it stands, in one sentence, for staff who may see the case. */
export function standingForStaff(rehire: Rehire, policy: Policy, language: Language): string {
  return staffSentence(rehire, policy)[language];
}

function staffSentence({ status, since, offer, tasks, kind, talk }: Rehire, policy: Policy): Bilingual {
  const done = tasks.filter((task) => task.status === 'done').length;
  const kinds = { ja: kindInWords(offer?.kind ?? kind, 'ja'), en: kindInWords(offer?.kind ?? kind, 'en') };
  const date = (on: string | undefined) => (on ? { ja: dateInWords(on, 'ja'), en: dateInWords(on, 'en') } : undefined);
  const [first, until] = [date(offer?.startsOn), date(offer?.answerBy)];
  switch (status) {
    case 'waits for HR':
      return {
        ja: '復帰条件に合わないところがあり、例外を認めるかどうか、人事の判断を待っています。',
        en: 'A condition does not hold, and HR decides whether to make an exception.',
      };
    case 'waits for the talk': {
      const on = dateAfter(since, policy.rehire.talkWithin);
      return {
        ja: `採用担当によるカジュアル面談を待っています。${dateInWords(on, 'ja')}を過ぎると、面談なしで次へ進みます。`,
        en: `It waits for the recruiter’s informal talk; after ${dateInWords(on, 'en')} it goes on without one.`,
      };
    }
    case 'waits for the decision':
      return talk
        ? {
            ja: `条件を示すかどうかの判断を待っています(カジュアル面談は${talk === 'held' ? '実施済み' : '実施せず'})。`,
            en: `It waits for the decision whether to make an offer; the informal talk was ${talk}.`,
          }
        : { ja: '条件を示すかどうかの判断を待っています。', en: 'It waits for the decision whether to make an offer.' };
    case 'waits for the offer': {
      const on = dateAfter(since, policy.rehire.offerWithin);
      return {
        ja: `採用担当による条件の作成を待っています(${dateInWords(on, 'ja')}を過ぎると終了)。`,
        en: `It waits for the recruiter to write the offer; after ${dateInWords(on, 'en')} it expires.`,
      };
    }
    case 'waits for the answer':
      return {
        ja: `${kinds.ja}の条件を示し、${until ? `${until.ja}まで` : ''}ご本人の返事を待っています。`,
        en: `An offer (${kinds.en}) is with the alumnus, who may answer${until ? ` until ${until.en}` : ''}.`,
      };
    case 'onboarding':
      return {
        ja: `ご本人が条件を受け、${first ? `${first.ja}の初日に向けて` : ''}準備中です(${tasks.length}件のうち${done}件が完了)。`,
        en: `The offer is accepted${first ? `, and ${first.en} is the first day` : ''}; ${done} of ${tasks.length} tasks are done.`,
      };
    case 'started':
      return {
        ja: `${first ? `${first.ja}に` : ''}${kinds.ja}として復帰し、準備は${tasks.length}件のうち${done}件が完了しています。`,
        en: `They are back${first ? ` since ${first.en}` : ''} (${kinds.en}); ${done} of ${tasks.length} tasks are done.`,
      };
    case 'conditions not met':
      return {
        ja: '復帰条件に合わないところがあり、例外は認められずに終わりました。',
        en: 'It is over: a condition did not hold, and no exception was made.',
      };
    case 'not offered':
      return { ja: '条件を示さないことが決まり、終わりました。', en: 'It is over: no offer is made.' };
    case 'expired':
      return {
        ja: '判断または条件の作成が期限までに行われず、終わりました。',
        en: 'It is over: nobody decided, or no offer was written, in time.',
      };
    case 'withdrawn':
      return { ja: 'ご本人が取り下げ、終わりました。', en: 'It is over: the alumnus took it back.' };
    case 'declined':
      return { ja: 'ご本人が条件を見送り、終わりました。', en: 'It is over: the alumnus did not take the offer.' };
    case 'lapsed':
      return {
        ja: 'ご本人の返事が期限までになく、終わりました。',
        en: 'It is over: the alumnus did not answer the offer in time.',
      };
    case 'cancelled':
      return { ja: '会社の判断で取りやめになりました。', en: 'It is over: the company called it off.' };
    case 'left again':
      return { ja: '復帰ののち、再び退職となり、終わりました。', en: 'It is over: they left again.' };
    case 'erased':
      return { ja: 'ご本人の情報が消去され、終わりました。', en: 'It is over: the person’s data is deleted.' };
    case 'completed':
      return { ja: '復帰の手続きは、すべて終わりました。', en: 'The return is complete.' };
  }
}
