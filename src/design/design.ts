// The design of all that setting up makes, as the build writes it into a file.

import { BUILT_IN } from '../framework/built-in';
import { COMPETENCY_TINTS, type Colours, PALETTE, SCORE_COLOURS } from './palette';
import type { Style } from './style';
import { SUMMARY, type SummaryDesign } from './summary';
import { TABS, type TabDesign } from './tabs';

export interface Design {
  summary: SummaryDesign;
  /** By the name of the tab. */
  tabs: Record<string, TabDesign>;
  /** Of every tab but Summary, its first row included; that of the first row. */
  body: Style;
  header: Style;
  scoreColours: Colours;
  /** Those of the competencies, in their order and over again. */
  competencyColours: Colours[string][];
  /** The frameworks to choose from: file and description. */
  frameworks: typeof BUILT_IN;
}

export const DESIGN: Design = {
  summary: SUMMARY,
  tabs: TABS,
  body: { colour: PALETTE.ink, size: 10, middle: true, wrap: true },
  header: { background: PALETTE.accent, colour: PALETTE.onAccent, bold: true },
  scoreColours: SCORE_COLOURS,
  competencyColours: COMPETENCY_TINTS.map((background) => ({ background, text: PALETTE.ink })),
  frameworks: BUILT_IN,
};
