// A workbook as it lies in the workspace: one readable JSON file.

export type Scalar = string | number | boolean;

export interface Workbook {
  id: string;
  name: string;
  owner: string;
  editors: string[];
  viewers: string[];
  /** ISO 8601. */
  created: string;
  modified: string;
  timeZone: string;
  locale: string;
  /** The bound script, frozen as it was when the file was made; null without one. */
  script: Script | null;
  sheets: SheetData[];
  /** Name to range, such as `'Run log'!A1:B2`. */
  namedRanges: Record<string, string>;
  documentProperties: Record<string, string>;
}

export interface Script {
  id: string;
  /** `Code.js`, `appsscript.json` and HTML files by name. */
  files: Record<string, string>;
  scriptProperties: Record<string, string>;
}

export interface SheetData {
  id: number;
  name: string;
  hidden?: boolean;
  tabColor?: string;
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  hiddenGridlines?: boolean;
  /** By A1 address; a cell with nothing in it is left out. */
  cells: Record<string, Cell>;
  /** A1 ranges. */
  merges: string[];
  /** Pixels, by 1-based position. */
  columnWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  hiddenColumns: number[];
  hiddenRows: number[];
  /** Depth of the row group, by 1-based row. */
  rowGroups: Record<number, number>;
  /** Where the button that closes a row group stands; after it unless told. */
  rowGroupControl?: 'before';
  validations: Validation[];
  /** In order of precedence. */
  conditionalFormats: ConditionalFormat[];
  protection: Protection | null;
  charts: Chart[];
  /** A1 range of the basic filter. */
  filter: string | null;
  /** What the filter shows, by 1-based column. */
  filterCriteria?: Record<number, FilterCriteria>;
}

/** One of `values` as they are shown, or blank; or what holds of the cell (`and` of up to two). */
export interface FilterCriteria {
  values?: string[];
  blank?: boolean;
  conditions?: { operator?: string; value: string | number }[];
  and?: boolean;
}

export interface Cell {
  /** The value, or what a formula last came to (absent while it was never computed). */
  v?: Scalar;
  /** The formula as written, with `=` and `;`. */
  f?: string;
  /** Why a formula failed, in its own words, when `v` is an error such as `#ERROR!`. */
  error?: string;
  /** The formula at this address put the value here: its result is an array. */
  spill?: string;
  /** Number format; dates are serial numbers under a date format, as in Sheets. */
  format?: string;
  style?: CellStyle;
  note?: string;
  /** Rich text: links by character position. */
  links?: { start: number; end: number; url: string }[];
  chip?: { kind: 'file' | 'person'; target: string };
}

export interface CellStyle {
  background?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  size?: number;
  wrap?: boolean;
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'middle' | 'bottom';
  font?: string;
  underline?: boolean;
  strikethrough?: boolean;
  borders?: Partial<Record<'top' | 'bottom' | 'left' | 'right', Border>>;
}

export interface Border {
  line: 'solid' | 'medium' | 'thick' | 'dotted' | 'dashed' | 'double';
  color: string;
}

export interface Validation {
  ranges: string[];
  /** `list`: one of `values`; `range`: one of the cells of `source`; `number`: between. */
  kind: 'list' | 'range' | 'number' | 'date' | 'checkbox';
  values?: Scalar[];
  /** The range whose cells are allowed, with its tab's name: `Directions!E1:H1`. */
  source?: string;
  min?: number;
  max?: number;
  showDropdown: boolean;
  allowInvalid: boolean;
  help?: string;
}

export interface ConditionalFormat {
  ranges: string[];
  /** `equal`, `text`: compares the cell with `value`; `formula`: `value` holds it. */
  kind: 'equal' | 'text' | 'blank' | 'notBlank' | 'formula' | 'lessThan' | 'greaterThan';
  value?: Scalar;
  background?: string;
  color?: string;
  bold?: boolean;
}

export interface Protection {
  description: string;
  warningOnly: boolean;
  /** Who may edit besides the owner; null: everybody who may edit the file. */
  editors: string[] | null;
  /** A1 ranges left open. */
  unprotected: string[];
}

export interface Chart {
  id: number;
  /** Google's name of the type, such as `RADAR`. */
  type: string;
  /** A1 ranges, of another tab with its name: `'Run log'!A1:B2`. */
  ranges: string[];
  row: number;
  column: number;
  offsetX: number;
  offsetY: number;
  headers: number;
  options: Record<string, unknown>;
}
