export { memberName, termOrdinal } from './fragments.ts';
export { getOffice, getOrganisation, listMembers } from './repository.ts';
export { requireBody, requireName, requireTerm } from './require-body.ts';
