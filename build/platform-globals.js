// The global names of Apps Script's V8: those of ECMAScript 2019, console,
// WebAssembly and Google's services. Left out: what Google lists as unavailable
// (guide "V8 runtime overview", "V8 runtime limitations"), and eval and Function,
// since what they run cannot be read here.

const ECMASCRIPT = `
  Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array Infinity
  Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError
  ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array
  Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet WebAssembly arguments console
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape globalThis isFinite isNaN
  parseFloat parseInt undefined unescape
`;

// Reference, "Apps Script services": Google Workspace services and script services.
const SERVICES = `
  AddOnsResponseService Browser CacheService CalendarApp CardService Charts ClassroomApp
  ContactsApp ContentService ConferenceDataService DataStudioApp DocumentApp Drive DriveApp
  FormApp GmailApp GroupsApp HtmlService Jdbc LanguageApp LinearOptimizationService LockService
  Logger MailApp Maps MimeType PropertiesService ScriptApp ScriptProperties Session Sheets
  SitesApp SlidesApp SpreadsheetApp UrlFetchApp UserProperties Utilities XmlService
`;

export const PLATFORM_GLOBALS = new Set(`${ECMASCRIPT} ${SERVICES}`.trim().split(/\s+/));
