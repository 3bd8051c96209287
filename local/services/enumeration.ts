// Google's enums, such as `SpreadsheetApp.WrapStrategy`. A script sees one
// object per value, equal to itself wherever it comes from; a service receives
// and returns the same `EnumValue`.

export class EnumValue {
  constructor(
    /** Google's name of the enum, such as `WrapStrategy`. */
    readonly of: string,
    readonly name: string,
    readonly ordinal: number,
  ) {}

  toString(): string {
    return this.name;
  }
}

/** The values of an enum by name, in Google's order; for `static constants` of a service class. */
export function enumeration<Name extends string>(
  of: string,
  names: readonly Name[],
): Record<Name, EnumValue> {
  const values = names.map((name, ordinal) => [name, new EnumValue(of, name, ordinal)]);
  return Object.fromEntries(values) as Record<Name, EnumValue>;
}
