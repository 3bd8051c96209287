// A service class itself, as the host's tables hold it.

import type { Execution } from '../run/execution';
import type { Offers, Service } from './service';

export interface ServiceClass {
  new (execution: Execution, ...rest: never[]): Service;
  readonly service: string;
  readonly offers: Offers;
  readonly constants: Record<string, unknown>;
}
