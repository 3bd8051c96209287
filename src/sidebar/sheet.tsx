// The sidebar of a career sheet: its views behind tabs, and what concerns all of them.

import { useMemo, useState } from 'preact/hooks';
import type * as server from '../entry/review';
import { overviewOf } from '../review/overview';
import { connect } from './call';
import { Action, mount, Notice } from './parts';
import { Celebration } from './sheet/celebration';
import { CopiedFile } from './sheet/copied-file';
import { Saving } from './sheet/saving';
import { Tabs } from './sheet/tabs';
import { useAnswers } from './sheet/use-answers';
import type { ViewId } from './sheet/view';
import { VIEWS } from './sheet/views';
import { Who } from './sheet/who';
import { useSheetState } from './sheet-state';
import './style.css';
import './sheet/sheet.css';
import './one-to-one.css';
import { words } from './words';

const call = connect<typeof server>();
const load = () => call('loadReview');

function CareerSheet() {
  const sheet = useSheetState(load);
  const { busy, problem, message } = sheet;
  const { answers, selected } = useAnswers(call, sheet);
  const [open, setOpen] = useState<{ id: ViewId; about: string } | null>(null);
  const data = useMemo(
    () => sheet.view && { ...sheet.view, rows: answers.overlay(sheet.view.rows) },
    [sheet.view, answers, answers.edition],
  );
  const view = useMemo(() => data && overviewOf(data), [data]);
  const reload = async () => {
    await answers.flush();
    await sheet.reload();
  };
  const go = (id: ViewId, about = '') => {
    sheet.hush();
    setOpen({ id, about });
  };
  const shown = view ? VIEWS.filter((one) => one.shown(view)) : [];
  const current =
    shown.find(({ id }) => id === open?.id) ??
    shown.find((one) => view && one.opens(view)) ??
    shown[0];
  if (view && open === null && current) setOpen({ id: current.id, about: '' });
  return (
    <div aria-busy={busy}>
      {view ? <Who view={view} /> : <h1>{words.sheet.title}</h1>}
      <Notice kind="problem" text={problem} />
      <Notice kind="message" text={message} />
      {!view && busy && <p class="soft">{words.common.loading}</p>}
      {view && data && (
        <>
          {view.problems.map((text) => (
            <Notice key={text} kind="problem" text={text} />
          ))}
          {view.user === '' && <Notice kind="warning" text={words.sheet.unknownUser} />}
          {view.place === 'template' && <Notice kind="warning" text={words.sheet.template} />}
          {view.place === 'copy' && <CopiedFile sheet={sheet} call={call} />}
          <Saving answers={answers} data={data} />
          <Celebration view={view} data={data} />
          <Tabs
            label={words.sheet.views.title}
            tabs={shown.map((one) => ({ id: one.id, label: one.label(view) }))}
            open={current.id}
            onOpen={(id) => go(id)}
          >
            <current.Component
              key={`${current.id} ${open?.about}`}
              data={data}
              view={view}
              sheet={sheet}
              call={call}
              answers={answers}
              selected={selected}
              go={go}
              about={open?.about ?? ''}
            />
          </Tabs>
        </>
      )}
      <div class="actions">
        <Action
          label={busy ? words.common.working : words.common.reload}
          onPress={reload}
          busy={busy}
        />
      </div>
    </div>
  );
}

mount(<CareerSheet />);
