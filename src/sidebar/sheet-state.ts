// The sheet is the state: what a sidebar shows is read from it, and read again after every action.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface SheetState<View> {
  /** What the sheet said last; null while it was never read. */
  view: View | null;
  /** A call is under way: nothing else should start. */
  busy: boolean;
  /** One sentence to show as an error, or blank. */
  problem: string;
  /** One sentence to show as news, or blank. */
  message: string;
  reload(): Promise<boolean>;
  /** Puts news about a part of the sheet into the view. */
  adjust(change: (view: View) => View): void;
  /** Forgets the sentence about an action that is over. */
  hush(): void;
  /**
   * Runs an action, shows the sentence that it comes to (blank shows none), and reads the sheet
   * again, also when the action failed. Comes to whether all went well; if not, the sentence of
   * the failure is shown.
   */
  act(action: () => Promise<string>): Promise<boolean>;
}

/** @param load must be the same function on every render. */
export function useSheetState<View>(load: () => Promise<View>): SheetState<View> {
  const [view, setView] = useState<View | null>(null);
  const [busy, setBusy] = useState(true);
  const [problem, setProblem] = useState('');
  const [message, setMessage] = useState('');
  const running = useRef(false);

  const act = useCallback(
    async (action: () => Promise<string>) => {
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      setProblem('');
      setMessage('');
      const problems: string[] = [];
      await action().then(setMessage, (error: Error) => problems.push(error.message));
      await load().then(setView, (error: Error) => problems.push(error.message));
      setProblem([...new Set(problems)].join(' '));
      setBusy(false);
      running.current = false;
      return problems.length === 0;
    },
    [load],
  );
  const adjust = useCallback(
    (change: (view: View) => View) => setView((now) => (now === null ? now : change(now))),
    [],
  );
  const hush = useCallback(() => setMessage(''), []);
  const reload = useCallback(() => act(async () => ''), [act]);

  useEffect(() => {
    void reload();
  }, [reload]);

  return { view, busy, problem, message, reload, act, adjust, hush };
}
