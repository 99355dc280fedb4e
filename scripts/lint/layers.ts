import type { Fault } from './faults.ts';
import type { Layers } from './features.ts';
import type { Import, Source } from './sources.ts';

type Place = { world: string; feature: string };
type Found = { source: Source; to: Import; file: string };

/** Which imports go against the order of the features, or around the doors of the rooms. */
export function layerFaults(sources: readonly Source[], layers: Layers): Fault[] {
  const found = sources.flatMap((source) =>
    source.imports.flatMap((to) => (to.file === null ? [] : [{ source, to, file: to.file }])),
  );
  return found.flatMap((one) => {
    const says =
      climbing(one, layers) ?? belowFeatures(one, layers) ?? betweenFeatures(one, layers) ?? nothing;
    if (says === nothing) return [];
    const what = placeOf(one.file)?.feature ?? null;
    return [{ file: one.source.file, line: one.to.line, says: `imports ${one.to.name}: ${says}`, what }];
  });
}

const nothing = '';

function climbing({ source, to, file }: Found, { worldsOfRooms }: Layers): string | null {
  const world = worldsOfRooms.find((one) => source.file.startsWith(one));
  if (!world || !to.name.startsWith('.') || !file.startsWith('src/')) return null;
  const room = roomOf(source.file, world);
  if (file.startsWith(room)) return null;
  return `that leaves ${room}; name it by #${file.replace(/^src\//u, '')}`;
}

/** "src/main/features/documents/", "src/main/db/"; of what lies in no room, the world. */
function roomOf(file: string, world: string): string {
  const [first = '', second = '', ...deeper] = file.slice(world.length).split('/');
  if (second === '') return world;
  return first === 'features' && deeper.length > 0 ? `${world}${first}/${second}/` : `${world}${first}/`;
}

function belowFeatures({ source, file }: Found, { knowNoFeature }: Layers): string | null {
  const room = knowNoFeature.find((one) => source.file.startsWith(one));
  const feature = room && placeOf(file)?.feature;
  if (!feature || isOpen(source.file, file)) return null;
  return `${room} lies below the features; let ${feature} hand in what is needed, as a value or a function`;
}

function betweenFeatures({ source, file }: Found, layers: Layers): string | null {
  const from = placeOf(source.file);
  const to = placeOf(file);
  if (!from || !to || from.feature === to.feature || isOpen(source.file, file)) return null;
  if (layers.onlyComposed.some((one) => file.startsWith(one)))
    return `no feature knows ${to.feature}; only src/main/api and src/shared/contract.ts join it to the others`;
  return upwards(from, to, layers) ?? pastTheDoor(from, to, file);
}

function upwards(from: Place, to: Place, { order }: Layers): string | null {
  const names = order[from.world] ?? [];
  for (const { feature } of [from, to])
    if (!names.includes(feature))
      return `${feature} has no place in scripts/lint/features.ts yet; give it one`;
  if (names.indexOf(to.feature) < names.indexOf(from.feature)) return null;
  return `${to.feature} lies above ${from.feature}; let src/main/api hand in what is needed, as it does references and numbering`;
}

/** The page shows whatever there is: what shared says of any feature is open to it. */
function isOpen(from: string, to: string): boolean {
  return from.startsWith('src/renderer/') && to.startsWith('src/shared/');
}

/** Of shared every file is a door. */
function pastTheDoor(from: Place, to: Place, file: string): string | null {
  if (to.world === 'src/shared' || from.world !== to.world) return null;
  return /^src\/\w+\/features\/[^/]+\/index\.tsx?$/u.test(file)
    ? null
    : `another feature is used through its index.ts; export it there if it is meant for others`;
}

function placeOf(file: string): Place | null {
  const [, world, feature] = /^(src\/\w+)\/features\/([^/]+)\//u.exec(file) ?? [];
  return world && feature ? { world, feature } : null;
}
