import { Edition, type EditionWrite } from '../domain/edition.ts';
import { numbered } from './numbered.ts';
import { keys } from './table.ts';

/** Editions. An execution parks on one that is in review. */
export const {
  read: readEdition,
  readAll: readEditions,
  decideOn: decideOnEdition,
  add: addEdition,
} = numbered<Edition, EditionWrite>({
  prefix: 'EDITION#',
  key: keys.edition,
  parse: (data) => Edition.parse(data),
  recordOf: ({ edition }) => edition,
  isOpen: ({ status }) => status === 'in review',
});
