import { closeSync, openSync, readSync, statSync } from 'node:fs';

const stepBytes = 1 << 20;

/** Whether two files are the same, byte for byte. Those of other sizes are not read. */
export function isSameFile(one: string, other: string): boolean {
  const { size } = statSync(one);
  if (statSync(other).size !== size) return false;
  const handles = [openSync(one, 'r')];
  try {
    handles.push(openSync(other, 'r'));
    const parts = handles.map(() => Buffer.alloc(stepBytes));
    for (let at = 0; at < size; ) {
      const [a, b] = handles.map((handle, index) => {
        const part = parts[index] ?? Buffer.alloc(0);
        return part.subarray(0, readSync(handle, part, 0, stepBytes, at));
      });
      if (!a || !b || a.length === 0 || !a.equals(b)) return false;
      at += a.length;
    }
    return true;
  } finally {
    for (const handle of handles) closeSync(handle);
  }
}
