// The list of files: open, create, copy, rename and share them.

import './style.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CopyDialog, NameDialog, NewFileDialog, ShareDialog } from './file-dialogs';
import type { FileEntry, FileList, OpenedFile, Person } from './messages';
import { nameOf, PersonPicker } from './people';
import { actAs, actingPerson, addressOf, ask } from './request';

type Task = { kind: 'new' } | { kind: 'copy' | 'rename' | 'share'; file: FileEntry };
type Tab = 'all' | 'own' | 'shared';

const TABS: { tab: Tab; label: string }[] = [
  { tab: 'all', label: 'All files' },
  { tab: 'own', label: 'Owned by me' },
  { tab: 'shared', label: 'Shared with me' },
];

function Files() {
  const person = actingPerson();
  const [list, setList] = useState<FileList | null>(null);
  const [problem, setProblem] = useState('');
  const [tab, setTab] = useState<Tab>('all');
  const [sought, setSought] = useState('');
  const [task, setTask] = useState<Task | null>(null);
  const load = () =>
    ask<FileList>('GET', '/files').then(
      (files) => {
        setProblem('');
        setList(files);
      },
      (error: Error) => setProblem(error.message),
    );
  useEffect(() => {
    load();
    const events = new EventSource(addressOf(`/api/windows/${crypto.randomUUID()}/events`));
    let timer: ReturnType<typeof setTimeout>;
    events.onmessage = () => {
      clearTimeout(timer);
      timer = setTimeout(load, 200);
    };
    return () => events.close();
  }, []);

  const files = (list?.files ?? [])
    .filter(({ owner }) => tab === 'all' || (owner === person) === (tab === 'own'))
    .filter((file) => matches(file, sought, list?.people ?? []));
  const done = () => {
    setTask(null);
    load();
  };
  const upload = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    const content = await base64Of(file);
    await ask('POST', '/files/excel', { name: file.name, content }).then(load, (error: Error) =>
      setProblem(error.message),
    );
  };
  return (
    <div class="files">
      <header class="bar">
        <img src="/page/icon.svg" alt="" width="32" height="32" />
        <h1>Files</h1>
        <input
          type="search"
          aria-label="Find a file"
          placeholder="Find a file or a person"
          value={sought}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
        />
        <PersonPicker people={list?.people ?? []} person={person} />
      </header>
      <main>
        <div class="row">
          <div role="tablist" aria-label="Which files">
            {TABS.map((one) => (
              <button
                type="button"
                role="tab"
                key={one.tab}
                aria-selected={tab === one.tab}
                onClick={() => setTab(one.tab)}
              >
                {one.label}
              </button>
            ))}
          </div>
          <div class="actions">
            <label class="upload">
              Upload .xlsx
              <input
                type="file"
                accept=".xlsx"
                onChange={({ currentTarget }) => upload(currentTarget)}
              />
            </label>
            <button type="button" class="primary" onClick={() => setTask({ kind: 'new' })}>
              New file
            </button>
          </div>
        </div>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {list && <FileTable files={files} people={list.people} start={setTask} />}
        {list && files.length === 0 && <p class="empty">{emptyText(sought, tab)}</p>}
      </main>
      {task && <TaskDialog task={task} people={list?.people ?? []} done={done} />}
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  const reader = new FileReader();
  await new Promise((read) => {
    reader.onload = read;
    reader.readAsDataURL(file);
  });
  return String(reader.result).replace(/^[^,]*,/, '');
}

function emptyText(sought: string, tab: Tab): string {
  if (sought) return `No file matches “${sought}”.`;
  return tab === 'shared' ? 'Nobody has shared a file with you.' : 'There are no files yet.';
}

interface FileTableProps {
  files: FileEntry[];
  people: Person[];
  start: (task: Task) => void;
}

function FileTable({ files, people, start }: FileTableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th>Name</th>
          <th>Owner</th>
          <th>Last change</th>
          <th>
            <span class="unseen">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.id}>
            <td>
              <a href={addressOf(`/file/${file.id}`)}>{file.name}</a>
              {file.role === 'viewer' && <em> view only</em>}
            </td>
            <td>{nameOf(file.owner, people)}</td>
            <td>{new Date(file.modified).toLocaleString()}</td>
            <td class="actions">
              <button type="button" onClick={() => start({ kind: 'copy', file })}>
                Copy
              </button>
              {file.role !== 'viewer' && (
                <button type="button" onClick={() => start({ kind: 'rename', file })}>
                  Rename
                </button>
              )}
              <button type="button" onClick={() => start({ kind: 'share', file })}>
                Share
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TaskDialog({ task, people, done }: { task: Task; people: Person[]; done: () => void }) {
  if (task.kind === 'new') return <NewFileDialog close={done} />;
  const { id, name } = task.file;
  if (task.kind === 'copy') return <CopyDialog id={id} name={name} close={done} />;
  if (task.kind === 'share') return <ShareById id={id} people={people} close={done} />;
  const rename = async (newName: string) => {
    await ask('POST', `/files/${id}/name`, { name: newName });
    done();
  };
  return <NameDialog title="Rename" submit="Rename" name={name} done={rename} close={done} />;
}

function ShareById({ id, people, close }: { id: string; people: Person[]; close: () => void }) {
  const [file, setFile] = useState<OpenedFile | null>(null);
  const load = () => {
    ask<OpenedFile>('GET', `/files/${id}`).then(setFile, close);
  };
  useEffect(load, [id]);
  if (!file) return null;
  const editable = file.role !== 'viewer';
  return (
    <ShareDialog
      {...file.workbook}
      people={people}
      editable={editable}
      changed={load}
      close={close}
    />
  );
}

function matches({ name, owner }: FileEntry, sought: string, people: Person[]): boolean {
  const text = `${name} ${owner} ${nameOf(owner, people)}`.toLowerCase();
  return text.includes(sought.trim().toLowerCase());
}

/** Somebody must act: the first person when nobody was chosen yet. */
async function start(): Promise<void> {
  const root = document.getElementById('app') as HTMLElement;
  if (!new URLSearchParams(location.search).has('as')) {
    const chosen = actingPerson();
    const people = await ask<Person[]>('GET', '/people');
    const first = people.find(({ email }) => email === chosen) ?? people[0];
    if (first) return actAs(first.email);
  }
  render(<Files />, root);
  document.documentElement.dataset.ready = 'true';
}

void start();
