// The colours of every tab that we build: paper and ink, one accent, and one colour a score.

export const PALETTE = {
  ink: '#22313f',
  faint: '#6b7885',
  accent: '#1f4e5f',
  onAccent: '#ffffff',
  onAccentFaint: '#c9dde3',
  paper: '#fbfaf6',
  header: '#e3ecee',
  input: '#eef4fb',
  line: '#dfe5e8',
  agreed: '#d98e32',
} as const;

/** Background and text by what a cell shows. */
export type Colours = Record<string, { background: string; text: string }>;

export const SCORE_COLOURS: Colours = {
  '0': { background: '#f7d9d3', text: '#7a2e1f' },
  '1': { background: '#fbe9bd', text: '#6b4e00' },
  '2': { background: '#d3ead6', text: '#1e5631' },
  'n/a': { background: '#e4e4e4', text: '#555555' },
};

export const STATUS_COLOURS: Colours = {
  Draft: { background: '#e4e4e4', text: '#444444' },
  Submitted: { background: '#d8e6f7', text: '#1d3f6e' },
  'In review': { background: '#fbe9bd', text: '#6b4e00' },
  Recorded: { background: '#d3ead6', text: '#1e5631' },
};

/** Soft backgrounds that tell competencies apart, in their order and over again. */
export const COMPETENCY_TINTS = ['#e6eef7', '#ece8f5', '#e8f3ea', '#fdf0e3', '#f8e9ee', '#e6f2f3'];

/** Whose turn it is in the queue. */
export const TURN_COLOURS: Colours = {
  Now: { background: '#d8e6f7', text: '#1d3f6e' },
  Waiting: { background: '#e4e4e4', text: '#444444' },
  Grace: { background: '#ece8f5', text: '#4a3a7a' },
  Done: { background: '#d3ead6', text: '#1e5631' },
};
