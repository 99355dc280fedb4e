/** The languages of the interface, without any schema: the first screen asks for them. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
