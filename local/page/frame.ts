// google.script inside a sidebar or a dialog: calls go to the page that shows
// the frame, which is another origin, and answers come back the same way.

interface Runner {
  success?: (value: unknown, userObject?: unknown) => void;
  failure?: (error: Error, userObject?: unknown) => void;
  userObject?: unknown;
}

let last = 0;
const waiting = new Map<number, Runner>();

function runner(settings: Runner): unknown {
  const own: Record<string, unknown> = {
    withSuccessHandler: (success: Runner['success']) => runner({ ...settings, success }),
    withFailureHandler: (failure: Runner['failure']) => runner({ ...settings, failure }),
    withUserObject: (userObject: unknown) => runner({ ...settings, userObject }),
  };
  return new Proxy(own, {
    get: (_, name) => {
      if (typeof name !== 'string' || name === 'then') return undefined;
      return own[name] ?? ((...args: unknown[]) => run(name, args, settings));
    },
  });
}

function run(name: string, args: unknown[], settings: Runner): void {
  for (const [index, argument] of args.entries()) refuseIllegal(argument, index);
  last += 1;
  waiting.set(last, settings);
  tellPage({ kind: 'run', call: last, name, args });
}

/** Parameters are numbers, booleans, texts and null, and lists and plain objects of them. */
function refuseIllegal(value: unknown, property: string | number): void {
  const type = typeof value;
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(type)) return;
  const plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (type !== 'object' || !plain) {
    throw new TypeError(`Failed due to illegal value in property: ${property}`);
  }
  for (const [key, inner] of Object.entries(value as object)) refuseIllegal(inner, key);
}

function tellPage(message: unknown): void {
  parent.postMessage(message, '*');
}

addEventListener('message', ({ source, data }) => {
  if (source !== parent || typeof data?.call !== 'number') return;
  const settings = waiting.get(data.call);
  waiting.delete(data.call);
  if (data.error) {
    const error = Object.assign(new Error(data.error.message), { name: data.error.name });
    if (settings?.failure) settings.failure(error, settings.userObject);
    else console.error(error);
  } else settings?.success?.(data.value, settings.userObject);
});

Object.assign(globalThis, {
  google: {
    script: {
      run: runner({}),
      host: {
        close: () => tellPage({ kind: 'close' }),
        setHeight: (pixels: number) => tellPage({ kind: 'height', pixels }),
        setWidth: (pixels: number) => tellPage({ kind: 'width', pixels }),
        editor: { focus: () => tellPage({ kind: 'focus' }) },
      },
    },
  },
});
