// One look for many cells; what is left out stays as it is.

export interface Style {
  background?: string;
  colour?: string;
  size?: number;
  bold?: true;
  align?: 'left' | 'center' | 'right';
  /** Vertically. */
  middle?: true;
  format?: string;
  wrap?: true;
}
