// The answer queue of a page, and the look at the sheet every few seconds while the page is seen.

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { Edit } from '../../review/sheet';
import { AnswerQueue, type Surroundings } from './answers';
import { keepFor } from './keep';
import type { CallSheet, Sheet } from './view';

/** Google allows few calls at a time, and people change cells seldom. */
const LOOK_MS = 3000;

/**
 * A queue of answers that redraws its page, and saves when the page is left.
 * @param save must be the same function as long as the answers are about the same.
 * @param whose under which name unsaved answers outlive the page.
 */
export function useQueue(save: Surroundings['save'], whose: string): AnswerQueue {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const answers = useMemo(
    () =>
      new AnswerQueue({
        save,
        changed: () => redraw(undefined),
        now: () => Date.now(),
        after: (milliseconds, callback) => {
          const timer = setTimeout(callback, milliseconds);
          return () => clearTimeout(timer);
        },
        keep: keepFor(whose),
      }),
    [save, whose],
  );
  useEffect(() => {
    const flush = () => void answers.flush();
    const hide = () => document.visibilityState === 'hidden' && flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [answers]);
  return answers;
}

export interface Answering {
  answers: AnswerQueue;
  /** The skill that is selected on Assessment, or blank; null before the first look. */
  selected: string | null;
}

export function useAnswers(call: CallSheet, sheet: Sheet): Answering {
  const [selected, setSelected] = useState<string | null>(null);
  const fileId = sheet.view?.fileId ?? '';
  const user = sheet.view?.user ?? '';
  const save = useCallback((edits: Edit[]) => call('saveAnswers', { edits }), [call]);
  const answers = useQueue(save, `${fileId} ${user}`);
  const { view } = sheet;
  useMemo(() => view && answers.take(view.rows), [answers, view]);

  const now = useRef({ sheet, answers });
  now.current = { sheet, answers };
  useEffect(() => {
    let looking = false;
    const timer = setInterval(async () => {
      const { sheet, answers } = now.current;
      const { view, busy } = sheet;
      if (view?.place !== 'own' || busy || looking) return;
      if (document.visibilityState === 'hidden') return;
      looking = true;
      const { version } = answers;
      try {
        const { skillId, status, stamp, rows } = await call('lookAtSheet', { stamp: view.stamp });
        setSelected(skillId);
        // What was read while answers were being saved may be older than they are.
        const isFresh = answers.version === version && now.current.sheet.view === view;
        if (isFresh && (rows || (status && status !== view.status))) {
          sheet.adjust((old) => ({
            ...old,
            stamp,
            rows: rows ?? old.rows,
            status: status ?? old.status,
          }));
        }
      } catch (_) {
        // The next look may succeed; a call that somebody waits for says what is wrong.
      }
      looking = false;
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [call]);

  return { answers, selected };
}
