import './app/no-eval.ts';
import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-500.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-500.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import './ui/library-styles.ts';
import './app/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { followFailures } from './lib/failures.ts';
import { followFocus } from './lib/focus-return.ts';
import { followChanges, methodQuery, queryClient } from './lib/query-client.ts';
import { followKeys } from './lib/shortcuts.tsx';

// Both first questions leave before React starts; without a store the second is refused, which is no news.
void queryClient.prefetchQuery(methodQuery('app.startup', {}));
void queryClient.prefetchQuery(methodQuery('app.status', {}));

followFailures();
followChanges();
followKeys();
followFocus();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
