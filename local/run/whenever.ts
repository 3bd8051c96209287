// What need not be waited for is gone on with at once: a run on the thread of the host cannot wait.

/** Goes on with a value: now where it is there, later where it is a promise. */
export function whenever<Value, Next>(
  value: Value | Promise<Value>,
  next: (value: Value) => Next,
): Next | Promise<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}
