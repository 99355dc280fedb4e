export { ownPhrases } from './phrases-repository.ts';
