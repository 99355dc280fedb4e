import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The red of the seal: one accent, for what is official and for the main action. */
const seal: MantineColorsTuple = [
  '#fbf0ef',
  '#f3dcda',
  '#e6b7b3',
  '#d98f89',
  '#cd6d65',
  '#c4564d',
  '#b3403a',
  '#a02c29',
  '#8b1a1a',
  '#731414',
];

const font = "'Be Vietnam Pro', system-ui, 'Segoe UI', sans-serif";

const dialogStyles = {
  content: { background: 'var(--app-paper)' },
  // Its margin leaves room for the ring of what comes first below.
  header: { background: 'var(--app-paper)', marginBottom: 4 },
  title: { fontWeight: 600 },
};

/** Quiet and dense: 14 px text, 32 px controls. */
export const theme = createTheme({
  colors: { seal },
  primaryColor: 'seal',
  primaryShade: { light: 8, dark: 6 },
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '600' },
  defaultRadius: 'sm',
  radius: { sm: '4px' },
  cursorType: 'default',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem' },
  components: {
    Input: { vars: () => ({ wrapper: { '--input-height': '2rem' } }) },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Button: {
      vars: (_: unknown, props: { size?: string }) =>
        props.size?.startsWith('compact') ? { root: {} } : { root: { '--button-height': '2rem' } },
    },
    Text: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: { transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.4 } },
      styles: dialogStyles,
    },
    Drawer: {
      defaultProps: { transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.25 } },
      styles: dialogStyles,
    },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md', position: 'bottom-end' } },
    // Coming to a field opens no list: Enter and the next letters go where the eye is.
    Select: {
      defaultProps: {
        allowDeselect: false,
        openOnFocus: false,
        comboboxProps: { transitionProps: { duration: 0 } },
      },
    },
    Autocomplete: { defaultProps: { openOnFocus: false } },
    Tooltip: { defaultProps: { openDelay: 500, transitionProps: { duration: 0 } } },
  },
});

/** Mantine's dimmed and error colours stay below a contrast of 4.5; these do not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f5f2',
    '--mantine-color-text': '#1d1d1f',
    '--mantine-color-dimmed': '#595d63',
    '--mantine-color-placeholder': '#70757c',
    '--mantine-color-error': '#b42318',
    '--mantine-color-red-text': '#b42318',
    // Of red lines in menus.
    '--mantine-color-red-6': '#b42318',
    '--mantine-color-red-filled': '#b42318',
    '--mantine-color-red-filled-hover': '#94180f',
    '--mantine-color-anchor': '#8b1a1a',
    '--app-paper': '#ffffff',
    '--app-shade': '#efede8',
    '--app-line': '#d5d2cb',
    '--app-line-soft': '#eceae5',
    '--app-hover': '#f4f2ee',
    '--app-marked': '#f6e9e7',
    '--app-good': '#2b7a3d',
    '--app-waiting': '#b7791f',
    '--app-focus': '#8b1a1a',
    '--app-past': '#f6e2b3',
    '--app-past-text': '#4a3206',
  },
  dark: {
    '--mantine-color-body': '#1a1a1b',
    '--mantine-color-text': '#dedede',
    '--mantine-color-dimmed': '#a3a6ab',
    '--mantine-color-placeholder': '#8b8f95',
    '--mantine-color-error': '#ff8f85',
    '--mantine-color-red-text': '#ff8f85',
    '--mantine-color-red-6': '#ff8f85',
    '--mantine-color-red-filled': '#c0392b',
    '--mantine-color-red-filled-hover': '#a93226',
    '--mantine-color-anchor': '#e3a19b',
    '--app-paper': '#222324',
    '--app-shade': '#29292b',
    '--app-line': '#3d3e41',
    '--app-line-soft': '#2f3032',
    '--app-hover': '#2a2b2d',
    '--app-marked': '#3a2625',
    '--app-good': '#58b070',
    '--app-waiting': '#d9a441',
    '--app-focus': '#e3a19b',
    '--app-past': '#4b3a12',
    '--app-past-text': '#f6e2b3',
  },
});
