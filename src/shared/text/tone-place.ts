const older = 'òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy';
const newer = 'oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ';

/** The older and the newer way to place a tone at the end of a word: "hòa", "hoà". Both live. */
export const tonePlaces = Array.from({ length: older.length / 2 }, (_, i): [string, string] => [
  older.slice(i * 2, i * 2 + 2),
  newer.slice(i * 2, i * 2 + 2),
]);
