import { type Plan, spokenIn } from '../domain/gathering-plan.ts';
import type { Language } from '../domain/language.ts';
import { conditionsInWords } from '../domain/review-wording.ts';
import { oneLine } from '../domain/wording.ts';

/** Whom a gathering is for, of those who chose gatherings. */
export function gatheringAudienceInWords(plan: Plan, language: Language): string {
  const { audience } = plan;
  const spoken = spokenIn(plan).filter((each) => audience.languages?.includes(each) ?? true);
  const departments = audience.departments?.map(oneLine).join(language === 'ja' ? '、' : ' or ');
  const conditions = [
    ...conditionsInWords(audience, spoken, language),
    ...(departments
      ? [language === 'ja' ? `所属していた部署が${departments}` : `worked in department ${departments}`]
      : []),
  ];
  if (conditions.length === 0)
    return language === 'ja' ? '交流会のご案内を選んだ方すべて' : 'everybody who chose invitations to gatherings';
  return language === 'ja'
    ? `交流会のご案内を選んだ方のうち、次のすべてに当たる方: ${conditions.join(' / ')}`
    : `those who chose invitations to gatherings and are all of this: ${conditions.join('; ')}`;
}
