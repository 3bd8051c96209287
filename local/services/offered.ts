// Every service class that the host offers, and which of them are globals of a script.

import type { Service } from './service';

/** Any service class; its static tables say what a script may call. */
export type ServiceClass = (abstract new (...args: never[]) => Service) & typeof Service;

/** Classes that a script meets; a result of a class that is not listed here cannot be returned. */
export const CLASSES: readonly ServiceClass[] = [];

/** Classes of which one instance is a global, under the class's own name. */
export const GLOBALS: readonly ServiceClass[] = [];
