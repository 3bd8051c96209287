// The triggers that a manager workbook sets, always of the user who runs the script: one that goes
// on with a long job after a while, and one that rolls up every night.

/** Functions of the built script, which Google calls by their names. */
const GO_ON = 'goOnWithJobs';
const NIGHTLY = 'rollUpNightly';
const NIGHT_HOUR = 3;

/** The consent that triggers need. */
export const TRIGGERS_SCOPE = 'https://www.googleapis.com/auth/script.scriptapp';

/** Lets a trigger go on with the jobs after that long or somewhat later; throws where that is refused. */
export function goOnIn(ms: number): void {
  goOnNoMore();
  ScriptApp.newTrigger(GO_ON).timeBased().after(ms).create();
}

/** Triggers that went off are removed as well: Google leaves them in the list. */
export function goOnNoMore(): void {
  remove(GO_ON);
}

/** Whether this user's workbook rolls up every night; false where triggers are refused. */
export function isNightly(): boolean {
  try {
    return triggersOf(NIGHTLY).length > 0;
  } catch (_) {
    return false;
  }
}

/** Asks for the consent first where it is missing. */
export function setNightly(isOn: boolean): void {
  ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [TRIGGERS_SCOPE]);
  remove(NIGHTLY);
  if (isOn) ScriptApp.newTrigger(NIGHTLY).timeBased().atHour(NIGHT_HOUR).everyDays(1).create();
}

function triggersOf(handler: string) {
  return ScriptApp.getProjectTriggers().filter(
    (trigger) => trigger.getHandlerFunction() === handler,
  );
}

function remove(handler: string): void {
  for (const trigger of triggersOf(handler)) ScriptApp.deleteTrigger(trigger);
}
