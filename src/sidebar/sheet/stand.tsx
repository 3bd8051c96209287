// Where the person stands.

import { Levels } from './levels';
import { Progress } from './progress';
import type { ViewProps } from './view';

export function Stand({ view }: ViewProps) {
  return (
    <>
      <Progress view={view} />
      <Levels view={view} />
    </>
  );
}
