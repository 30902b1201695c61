import { Command } from 'commander';
import { policy } from '../../functions/adapters/policy.ts';
import { decideOnRehire, readRehire, readRehireFile, type RehireFile } from '../../functions/adapters/rehires.ts';
import { type Given, today } from '../../functions/domain/decision.ts';
import type { Offer } from '../../functions/domain/offer.ts';
import { type OfferTerm, offerTerms } from '../../functions/domain/offer-wording.ts';
import { makeOffer } from '../../functions/domain/rehire-offer.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';
import { offeredText, offerPreviewText } from '../rehire/decision-text.ts';
import { parseOfferFile } from '../rehire/offer-file.ts';
import { readSubmitted, sampleNames } from '../submission/file.ts';

/** `rehire offer <number> <file> [--preview]`: makes an offer, or a corrected one while the alumnus has not answered. */
export function offerCommand(): Command {
  return new Command('offer')
    .summary('send the alumnus an offer; what the law has it say and it does not, is named, and nothing is sent')
    .argument('<number>', 'the number of the rehire', numberOf('rehire'))
    .argument('<file>', 'YAML (UTF-8): the kind of contract, the first day, the manager and the terms')
    .option('--preview', 'show the terms as the alumnus will read them; sends nothing')
    .action(async (number: number, file: string, { preview }: { preview?: boolean }, command: Command) => {
      const before = await readRehire(number);
      if (!before) throw noSuch('rehire', number);
      const given: Given = { now: new Date().toISOString(), policy };
      const read = await readSubmitted(command, file, (text) => parseOfferFile(text, policy, today(given)));
      if (!read) return;
      const { offer } = read;
      const about = await readRehireFile(before);
      const would = makeOffer(before, about, offer, given);
      if (preview) {
        const terms = termsFor(about, offer, given);
        const { outcome, unmet } = would;
        print(command, { rehire: number, outcome, unmet, terms }, offerPreviewText(before, terms, would));
        return;
      }
      const outcome = await decideOnRehire(number, (rehire, found) => makeOffer(rehire, found, offer, given), given);
      const rehire = await readRehire(number);
      if (outcome === 'unknown' || !rehire) throw noSuch('rehire', number);
      const text = offeredText(rehire, outcome, { ...offer, unmet: would.unmet });
      print(command, { rehire: number, outcome, ...rehire.offer }, text);
    });
}

/** The terms in the language of whom they are for. */
function termsFor({ file: { profile } }: RehireFile, offer: Offer, given: Given): OfferTerm[] {
  const language = profile?.language ?? 'ja';
  const name = profile?.name ?? sampleNames[language];
  return offerTerms(offer, { name, policy, on: today(given) }, language);
}
