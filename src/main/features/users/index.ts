export { type Access, accessIn, givesMore } from './access.ts';
export { activeUsers } from './active-users.ts';
export { userName } from './fragments.ts';
export { findUser } from './repository.ts';
