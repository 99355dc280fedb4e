import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the one store of this PC's user lies; the window and the command line agree on it. Never on a network drive. */
export function defaultDataFolder(): string {
  switch (process.platform) {
    case 'win32':
      return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'so-nghi-quyet');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'so-nghi-quyet');
    default:
      return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'so-nghi-quyet');
  }
}
