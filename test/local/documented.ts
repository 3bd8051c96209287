// Tests of the host that say which page of Google's documentation they follow.

/** `page` is a path under developers.google.com/apps-script, such as `reference/lock/lock`. */
export function documented(name: string, page: string, body: () => Promise<void> | void): void {
  test(`${name} (${page})`, async () => {
    await body();
  });
}
