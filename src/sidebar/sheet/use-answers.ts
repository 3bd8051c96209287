// The answer queue of a page, and the look at the sheet every few seconds while the page is seen.

import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { AnswerQueue } from './answers';
import { keepFor } from './keep';
import type { CallSheet, Sheet } from './view';

/** Google allows few calls at a time, and people change cells seldom. */
const LOOK_MS = 3000;

export interface Answering {
  answers: AnswerQueue;
  /** The skill that was selected last on Assessment, or blank. */
  selected: string;
}

export function useAnswers(call: CallSheet, sheet: Sheet): Answering {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [selected, setSelected] = useState('');
  const fileId = sheet.view?.fileId ?? '';
  const user = sheet.view?.user ?? '';
  const answers = useMemo(
    () =>
      new AnswerQueue({
        save: (edits) => call('saveAnswers', { edits }),
        changed: () => redraw(undefined),
        now: () => Date.now(),
        after: (milliseconds, callback) => {
          const timer = setTimeout(callback, milliseconds);
          return () => clearTimeout(timer);
        },
        keep: keepFor(`${fileId} ${user}`),
      }),
    [call, fileId, user],
  );
  const { view } = sheet;
  useMemo(() => view && answers.take(view.rows), [answers, view]);

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
