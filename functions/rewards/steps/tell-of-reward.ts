import type { Given } from '../../domain/decision.ts';
import type { Rewarded } from '../../domain/reward-screening.ts';
import { writeToAlumnus } from '../../mail/write-to-alumnus.ts';
import { type RewardNews, rewardNewsLetter } from '../mails/reward-news.tsx';

/** Tells the alumnus how their reward stands, each news once for each time that approval was asked for. */
export async function tellOfReward(contribution: Rewarded, news: RewardNews, given: Given): Promise<void> {
  const { number, person, reward } = contribution;
  const occasion = `${number}-${reward.generation}-${news.replaceAll(' ', '-')}`;
  await writeToAlumnus(person, 'reward-news', occasion, (to) => rewardNewsLetter({ ...to, contribution, news }), given);
}
