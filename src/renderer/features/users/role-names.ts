import type { Translate } from '#renderer/lib/i18n.tsx';
import type { Role } from '#shared/define.ts';

/** "Văn thư, người duyệt" */
export function roleNames(t: Translate, roles: readonly Role[]): string {
  const names = roles.map((role) => t(`users.role.${role}`)).join(', ');
  return names.charAt(0).toUpperCase() + names.slice(1);
}
