export { activeUsers } from './active-users.ts';
export { userName } from './fragments.ts';
export { listUsers } from './repository.ts';
