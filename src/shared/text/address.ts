const forms = /^(đồng chí|đ\/c|ông|bà)\.?\s+(?=\S)/iu;

/** How somebody is addressed on paper: as was typed before the name, else as a comrade. */
export function addressOf(name: string): string {
  const typed = forms.exec(name.trim())?.[1]?.toLocaleLowerCase('vi');
  return typed === 'ông' || typed === 'bà' ? typed : 'đồng chí';
}

/** "Đ/c Đinh Thị Yến" → "Đinh Thị Yến" */
export function withoutAddress(name: string): string {
  return name.trim().replace(forms, '');
}

/** "đồng chí Đinh Thị Yến", "bà Nguyễn Thị Lan": addressed once, whether the clerk has typed it or not. */
export function addressed(name: string): string {
  return `${addressOf(name)} ${withoutAddress(name)}`;
}

/** "Đinh Thị Yến, Văn phòng Đảng ủy" is a name and what stands behind it. */
export function nameAlone(typed: string): string {
  return withoutAddress(typed).split(/\s*(?:,|\s[-–]\s)/u)[0] ?? '';
}
