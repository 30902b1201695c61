export * from '../domain/gathering-wording.ts';
