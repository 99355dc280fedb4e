import { config } from 'zod';

/*
 * Comes before every schema: each of them asks once whether it may make code of text, and the page's policy, which forbids it,
 * counts the asking.
 */
config({ jitless: true });
