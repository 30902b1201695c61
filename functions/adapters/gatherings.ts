import { Gathering, type GatheringWrite } from '../domain/gathering.ts';
import { numbered } from './numbered.ts';
import { keys } from './table.ts';

/** Gatherings. An execution parks on one that waits for a date. */
export const {
  read: readGathering,
  readAll: readGatherings,
  decideOn: decideOnGathering,
  add: addGathering,
} = numbered<Gathering, GatheringWrite>({
  prefix: 'GATHERING#',
  key: keys.gathering,
  parse: (data) => Gathering.parse(data),
  recordOf: ({ gathering }) => gathering,
  isOpen: ({ due }) => due !== undefined,
  dueOn: ({ due }) => due,
});
