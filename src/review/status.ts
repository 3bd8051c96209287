// Where a review stands, and who may do what in it.

export const STATUSES = ['Draft', 'Submitted', 'In review', 'Recorded'] as const;
export type Status = (typeof STATUSES)[number];
