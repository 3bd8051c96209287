// Unsaved answers of pages that were closed, in the browser's own storage until the sheet has them.

/**
 * Each page keeps its own, since two windows may have the same file open. A browser that
 * offers no storage to frames keeps nothing, and everything else works.
 */
export function keepFor(whose: string): { read(): string[]; write(text: string): void } {
  const prefix = `career-sheet ${whose} `;
  const own = `${prefix}${Math.random()}`;
  return {
    read: () => {
      try {
        const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
        const texts = keys.map((key) => localStorage.getItem(key) ?? '');
        for (const key of keys) localStorage.removeItem(key);
        return texts.filter((text) => text !== '');
      } catch (_) {
        return [];
      }
    },
    write: (text) => {
      try {
        if (text === '') localStorage.removeItem(own);
        else localStorage.setItem(own, text);
      } catch (_) {
        // No storage: the answers are still in the page.
      }
    },
  };
}
