import { TaskKind } from '../../functions/domain/rehire-tasks.ts';
import { rehireName, taskNames } from '../../functions/domain/rehire-wording.ts';
import { ReturnKind } from '../../functions/domain/return-conditions.ts';
import { kindInWords } from '../../functions/domain/return-conditions-wording.ts';

/** A timeline's line about a return, in Japanese; nothing for any other. */
export function rehireEntryInJapanese(what: string): string | undefined {
  const [, number, news = ''] = /^return (\d+): (.+)$/.exec(what) ?? [];
  return number && `${rehireName(Number(number), 'ja')}: ${newsInJapanese(news)}`;
}

function newsInJapanese(news: string): string {
  const [, kind] = /^opened, (.+)$/.exec(news) ?? [];
  if (kind) return `開始、${contract(kind)}`;
  const [, revision, offered, from, answer] =
    /^offer (\d+)(?:, (.+), from (.+)| (accepted|declined))$/.exec(news) ?? [];
  if (revision && offered) return `条件のご提示 第${revision}版、${contract(offered)}、${from}から`;
  if (revision) return `条件のご提示 第${revision}版: ${answer === 'accepted' ? '承諾' : 'お見送り'}`;
  const [, checkIn] = /^check-in (\d+) answered$/.exec(news) ?? [];
  if (checkIn) return `復帰後の${checkIn}回目のお尋ねにご回答`;
  const task = TaskKind.safeParse(news.replace(/ done$/, '')).data;
  return task ? `${taskNames[task].ja}: 完了` : (words.get(news) ?? news);
}

function contract(kind: string): string {
  const known = ReturnKind.safeParse(kind).data;
  return known ? kindInWords(known, 'ja') : kind;
}

const words: ReadonlyMap<string, string> = new Map([
  ['a condition does not hold', '復帰の条件を満たさない'],
  ['conditions not overridden', '復帰の条件の例外を認めず'],
  ['conditions not overridden in time', '復帰の条件の例外を、期限までに認めず'],
  ['conditions overridden by two people', '復帰の条件の例外を、2名で承認'],
  ['informal talk held', 'カジュアル面談を実施'],
  ['informal talk not held', 'カジュアル面談を実施せず'],
  ['informal talk not held in time', 'カジュアル面談を期限までに実施せず'],
  ['to be offered', '条件を示すと判断'],
  ['not offered', '条件を示さないと判断'],
  ['not decided in time', '期限までに判断されず'],
  ['no offer in time', '期限までに条件を示さず'],
  ['offer not answered', '期限までにご回答なし'],
  ['withdrawn', 'お取り下げ'],
  ['started', '復帰の初日'],
  ['called off', '会社の判断で取りやめ'],
  ['left again', '再びご退職'],
  ['completed', '復帰の手続き完了'],
]);
