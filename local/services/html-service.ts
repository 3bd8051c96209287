// Class HtmlService: pages out of the script's HTML files.

import type { Execution } from '../run/execution';
import { HtmlOutput } from './html-output';
import { HtmlTemplate } from './html-template';
import { type Offers, Service } from './service';
import { ServiceError } from './service-error';
import { signatureError } from './signature';

export class HtmlService extends Service {
  static override readonly service = 'HtmlService';
  static override readonly offers: Offers = {
    createHtmlOutput: { kind: 'hold' },
    createHtmlOutputFromFile: { kind: 'hold' },
    createTemplateFromFile: { kind: 'hold' },
  };

  createHtmlOutput(html: unknown = ''): HtmlOutput {
    if (typeof html !== 'string') throw signatureError('HtmlService.createHtmlOutput', [html]);
    return new HtmlOutput(this.execution, html);
  }

  createHtmlOutputFromFile(filename: unknown): HtmlOutput {
    return new HtmlOutput(
      this.execution,
      fileContent(this.execution, 'createHtmlOutputFromFile', filename),
    );
  }

  createTemplateFromFile(filename: unknown): HtmlTemplate {
    return new HtmlTemplate(
      this.execution,
      fileContent(this.execution, 'createTemplateFromFile', filename),
    );
  }
}

/** The name is given with or without `.html`. */
function fileContent(execution: Execution, method: string, filename: unknown): string {
  if (typeof filename !== 'string') throw signatureError(`HtmlService.${method}`, [filename]);
  const content = execution.files[`${filename.replace(/\.html$/, '')}.html`];
  if (content === undefined) {
    throw new ServiceError(`No HTML file named ${filename} was found.`);
  }
  return content;
}
