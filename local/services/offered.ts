// Every service class that the host offers, and which of them are globals of a script.

import { Cache, CacheService } from './cache-service';
import { Charts } from './charts';
import {
  BooleanCondition,
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
} from './conditional-format';
import { DataValidation, DataValidationBuilder } from './data-validation';
import { ContainerInfo, EmbeddedChart, EmbeddedChartBuilder } from './embedded-chart';
import { Filter } from './filter';
import { HtmlOutput } from './html-output';
import { HtmlService } from './html-service';
import { HtmlTemplate } from './html-template';
import { Lock, LockService } from './lock-service';
import { Console, Logger } from './logger';
import { Menu } from './menu';
import { NamedRange } from './named-range';
import { PromptResponse } from './prompt-response';
import { Properties, PropertiesService } from './properties-service';
import { Protection } from './protection';
import { Range } from './range';
import { RangeList } from './range-list';
import { RichTextValue, RichTextValueBuilder } from './rich-text';
import { ScriptApp } from './script-app';
import type { ServiceClass } from './service-class';
import { Session } from './session';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { SpreadsheetApp } from './spreadsheet-app';
import { ClockTriggerBuilder, Trigger, TriggerBuilder } from './trigger';
import { Ui } from './ui';
import { HTTPResponse, UrlFetchApp } from './url-fetch-app';
import { User } from './user';
import { Utilities } from './utilities';

/** Classes of which one instance is a global, under the class's own name. */
export const GLOBALS: readonly ServiceClass[] = [
  CacheService,
  Charts,
  Console,
  HtmlService,
  LockService,
  Logger,
  PropertiesService,
  ScriptApp,
  Session,
  SpreadsheetApp,
  UrlFetchApp,
  Utilities,
];

/** All classes that a script can meet; an object of a class that is missing here cannot be returned. */
export const CLASSES: readonly ServiceClass[] = [
  ...GLOBALS,
  BooleanCondition,
  Cache,
  ClockTriggerBuilder,
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
  ContainerInfo,
  DataValidation,
  DataValidationBuilder,
  EmbeddedChart,
  EmbeddedChartBuilder,
  Filter,
  HTTPResponse,
  HtmlOutput,
  HtmlTemplate,
  Lock,
  Menu,
  NamedRange,
  PromptResponse,
  Properties,
  Protection,
  Range,
  RangeList,
  RichTextValue,
  RichTextValueBuilder,
  Sheet,
  Spreadsheet,
  Trigger,
  TriggerBuilder,
  Ui,
  User,
];
