// The page of one file: title, menus, the spreadsheet, and what scripts show.

import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import '@univerjs/preset-sheets-sort/lib/index.css';
import './style.css';
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CopyDialog, NameDialog, NewFileDialog, ShareDialog } from './file-dialogs';
import { HtmlDialog, Sidebar } from './frame-view';
import { MenuBar, type MenuItem } from './menu-bar';
import type { Menu, OpenedFile, Person } from './messages';
import {
  CellNotice,
  ClashDialog,
  ErrorBar,
  GuardDialog,
  OverwrittenBar,
  Running,
  SavingState,
  Toast,
} from './notices';
import { PersonPicker } from './people';
import { QuestionDialog } from './questions';
import { actingPerson, addressOf, ask } from './request';
import { Session } from './session';

type Task = 'new' | 'copy' | 'rename' | 'share';

function Page({ session }: { session: Session }) {
  const { view } = session;
  const { file, people } = view;
  const { id, name, owner, editors, viewers } = file.workbook;
  const [task, setTask] = useState<Task | null>(null);
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (container.current) session.mount(container.current);
  }, [session]);
  useEffect(() => {
    document.title = name;
  }, [name]);
  const close = () => setTask(null);
  const rename = async (newName: string) => {
    await session.rename(newName);
    close();
  };
  const question = view.questions.at(-1);
  return (
    <div class="file">
      <header class="bar">
        <a class="home" href={addressOf('/')} aria-label="All files">
          <img src="/page/icon.svg" alt="" width="32" height="32" />
        </a>
        <div class="title">
          <h1>
            <button
              type="button"
              title={session.editable ? 'Rename' : undefined}
              disabled={!session.editable}
              onClick={() => setTask('rename')}
            >
              {name}
            </button>
            {session.editable ? <SavingState state={view.saving} /> : <em>View only</em>}
          </h1>
          <MenuBar
            menus={[
              ...ownMenus(session, setTask),
              ...(view.menus ?? []).map((menu) => scriptMenu(menu, session)),
            ]}
          />
        </div>
        <PersonPicker people={people} person={actingPerson()} />
        <button type="button" class="primary" onClick={() => setTask('share')}>
          Share
        </button>
      </header>
      {view.scriptError && (
        <ErrorBar text={view.scriptError} close={() => session.show({ scriptError: null })} />
      )}
      {view.overwritten.length > 0 && (
        <OverwrittenBar cells={view.overwritten} close={() => session.show({ overwritten: [] })} />
      )}
      <div class="desk">
        <main ref={container} />
        {view.sidebar && (
          <Sidebar key={view.sidebar.address} frame={view.sidebar} session={session} />
        )}
      </div>
      <CellNotice selected={view.selected} hovered={view.hovered} />
      {view.running > 0 && <Running />}
      {view.toast && <Toast toast={view.toast} close={() => session.show({ toast: null })} />}
      {view.dialog && (
        <HtmlDialog key={view.dialog.address} frame={view.dialog} session={session} />
      )}
      {question && <QuestionDialog key={question.id} question={question} session={session} />}
      {view.guarded !== null && (
        <GuardDialog tab={view.guarded} settle={(keep) => session.settleGuarded(keep)} />
      )}
      {view.clash && <ClashDialog clash={view.clash} />}
      {task === 'new' && <NewFileDialog close={close} />}
      {task === 'copy' && <CopyDialog id={id} name={name} close={close} />}
      {task === 'rename' && (
        <NameDialog title="Rename" submit="Rename" name={name} done={rename} close={close} />
      )}
      {task === 'share' && (
        <ShareDialog
          id={id}
          name={name}
          owner={owner}
          editors={editors}
          viewers={viewers}
          people={people}
          editable={session.editable}
          changed={() => session.reload()}
          close={close}
        />
      )}
    </div>
  );
}

function ownMenus(session: Session, setTask: (task: Task) => void): MenuItem[] {
  const fileItems: MenuItem[] = [
    { caption: 'New file…', run: () => setTask('new') },
    {
      caption: 'Make a copy…',
      // What is still on its way belongs into the copy.
      run: () => void session.settle().then(() => setTask('copy')),
    },
    { caption: 'Share…', run: () => setTask('share') },
  ];
  if (session.editable) fileItems.push({ caption: 'Rename…', run: () => setTask('rename') });
  fileItems.push(
    { separator: true },
    { caption: 'All files', run: () => location.assign(addressOf('/')) },
  );
  const menus: MenuItem[] = [{ caption: 'File', items: fileItems }];
  if (session.editable) {
    menus.push({
      caption: 'Edit',
      items: [
        { caption: 'Undo', keys: 'Ctrl+Z', run: () => session.undo() },
        { caption: 'Redo', keys: 'Ctrl+Y', run: () => session.redo() },
      ],
    });
  }
  return menus;
}

function scriptMenu(menu: Menu, session: Session, above = ''): MenuItem {
  const path = `${above}${menu.caption}`;
  return {
    caption: menu.caption,
    items: menu.entries.map((entry): MenuItem => {
      if (entry.kind === 'separator') return { separator: true };
      if (entry.kind === 'menu') return scriptMenu(entry, session, `${path} > `);
      return {
        caption: entry.caption,
        run: () => void session.click(`${path} > ${entry.caption}`),
      };
    }),
  };
}

function Refused({ problem, people }: { problem: string; people: Person[] }) {
  return (
    <div class="refused">
      <h1>This file does not open</h1>
      <p>{problem}</p>
      <p>
        Choose who you act as, or go to <a href={addressOf('/')}>all files</a>.
      </p>
      <PersonPicker people={people} person={actingPerson()} />
    </div>
  );
}

async function start(): Promise<void> {
  const root = document.getElementById('app') as HTMLElement;
  const id = location.pathname.split('/').at(-1);
  const people = await ask<Person[]>('GET', '/people');
  try {
    const file = await ask<OpenedFile>('GET', `/files/${id}`);
    const session: Session = new Session(file, people, () => draw());
    const draw = () => render(<Page session={session} />, root);
    draw();
    addEventListener('beforeunload', (event) => {
      if (session.unsaved) event.preventDefault();
    });
  } catch (error) {
    render(<Refused problem={(error as Error).message} people={people} />, root);
    document.documentElement.dataset.ready = 'true';
  }
}

void start();
