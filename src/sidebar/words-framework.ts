// The words of the owner's page for the framework.

const plural = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

export const frameworkWords = {
  published: (version: string) => `${version} published`,
  neverPublished: 'not published yet',
  checkAgain: 'Check again',
  check: {
    title: 'Check framework',
    counts: (errors: number, warnings: number) =>
      errors + warnings === 0
        ? 'Nothing is wrong.'
        : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}. Choose one to see its cell.`,
    error: 'Error',
    warning: 'Warning',
    more: (count: number) => `and ${count} more, once these are done.`,
    fill: (count: number) => `Fill in ${plural(count, 'missing id')}`,
    filled: (count: number) => `${plural(count, 'id')} filled in.`,
  },
  publish: {
    title: 'Publish version',
    first: (version: string) =>
      `This framework was not published yet: it becomes version ${version}.`,
    nothing: (version: string) => `Nothing changed since version ${version}.`,
    follows: (version: string, kind: string, last: string) =>
      `Version ${version} follows ${last}: ${kind}.`,
    kinds: {
      major: 'major, it asks something new of people',
      minor: 'minor, it asks nothing new',
      patch: 'patch, only slips were put right',
    },
    marks: { major: 'Major', minor: 'Minor', patch: 'Patch' },
    typo: 'Only a typo',
    before: 'Before',
    after: 'After',
    errors: 'A framework with errors is not published: put them right, then check again.',
    action: (version: string) => `Publish ${version}`,
    ask: (version: string) => `Publish version ${version}?`,
    follow:
      'The tabs Assessment and Summary of this template follow it, and the tab Changes lists what changed. Copies stay as they are until a manager workbook updates them.',
    done: (version: string) => `Version ${version} is published.`,
    archived: (count: number) =>
      ` What stood in ${plural(count, 'row')} of Assessment is kept on Archive.`,
  },
  json: {
    title: 'As text',
    out: 'Show as JSON',
    outLabel: 'The framework as JSON, as the tabs hold it',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'The browser did not copy: select the text and copy it yourself.',
    download: 'Download',
    in: 'Bring JSON in',
    inLabel: 'The JSON of a framework',
    look: 'Look at it',
    same: 'The tabs hold this framework already.',
    other: (name: string, now: string) =>
      `This is another framework, “${name}”, and takes the place of “${now}”: its skills are compared by their ids.`,
    changes: (count: number) => `${plural(count, 'change')} to the tabs:`,
    problems: (count: number) =>
      `${plural(count, 'error')} would stand in the tabs; they can be put right there:`,
    missingColumns:
      'Put the tabs in order first: a column or a name is missing, see the errors above.',
    write: 'Write it to the tabs',
    written: 'The tabs hold it now. Nothing is published yet.',
    close: 'Close',
  },
};
