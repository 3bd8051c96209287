// Classes PropertiesService and Properties: lasting text by key, for a document, a script, a user of a script.

import type { Execution } from '../run/execution';
import { type Offers, Service } from './service';
import { ServiceError } from './service-error';
import { signatureError } from './signature';

type Values = Record<string, string>;

/** Where the values of one store are kept. */
interface Place {
  read(): Values;
  write(values: Values): void;
}

export class Properties extends Service {
  static override readonly service = 'Properties';
  static override readonly offers: Offers = {
    getProperty: { kind: 'store' },
    getProperties: { kind: 'store' },
    getKeys: { kind: 'store' },
    setProperty: { kind: 'store' },
    setProperties: { kind: 'store' },
    deleteProperty: { kind: 'store' },
    deleteAllProperties: { kind: 'store' },
  };

  constructor(
    execution: Execution,
    private readonly place: Place,
  ) {
    super(execution);
  }

  getProperty(key: unknown): string | null {
    if (typeof key !== 'string') throw signatureError('Properties.getProperty', [key]);
    return this.getProperties()[key] ?? null;
  }

  getProperties(): Values {
    return { ...this.place.read() };
  }

  getKeys(): string[] {
    return Object.keys(this.place.read());
  }

  setProperty(key: unknown, value: unknown): this {
    if (typeof key !== 'string') throw signatureError('Properties.setProperty', [key, value]);
    return this.setProperties({ [key]: value });
  }

  setProperties(properties: unknown, deleteAllOthers: unknown = false): this {
    if (typeof properties !== 'object' || properties === null) {
      throw signatureError('Properties.setProperties', [properties]);
    }
    const texts = Object.entries(properties).map(([key, value]) => [key, String(value)]);
    const values = {
      ...(deleteAllOthers === true ? {} : this.place.read()),
      ...Object.fromEntries(texts),
    };
    checkSizes(values);
    this.place.write(values);
    return this;
  }

  deleteProperty(key: unknown): this {
    if (typeof key !== 'string') throw signatureError('Properties.deleteProperty', [key]);
    const { [key]: _, ...others } = this.place.read();
    this.place.write(others);
    return this;
  }

  deleteAllProperties(): this {
    this.place.write({});
    return this;
  }
}

export class PropertiesService extends Service {
  static override readonly service = 'PropertiesService';
  static override readonly offers: Offers = {
    getDocumentProperties: { kind: 'hold' },
    getScriptProperties: { kind: 'hold' },
    getUserProperties: { kind: 'hold' },
  };

  getDocumentProperties(): Properties {
    const workbook = this.workbook;
    return new Properties(this.execution, {
      read: () => workbook.documentProperties,
      write: (values) => {
        workbook.documentProperties = values;
        this.save();
      },
    });
  }

  getScriptProperties(): Properties {
    const { script } = this.workbook;
    if (!script) throw new Error('The file has lost its script.');
    return new Properties(this.execution, {
      read: () => script.scriptProperties,
      write: (values) => {
        script.scriptProperties = values;
        this.save();
      },
    });
  }

  /** In a cell these are the file owner's, and cannot be set. */
  getUserProperties(): Properties {
    const { mode, scriptId, shared } = this.execution;
    const inCell = mode === 'CUSTOM_FUNCTION';
    const user = inCell ? this.workbook.owner : this.execution.user;
    return new Properties(this.execution, {
      read: () => shared.workspace.userProperties(user, scriptId),
      write: (values) => {
        if (inCell) {
          throw new ServiceError('You do not have permission to call Properties.setProperty.');
        }
        shared.workspace.setUserProperties(user, scriptId, values);
      },
    });
  }

  private get workbook() {
    return this.execution.store.read(this.execution.fileId);
  }

  /** Properties last from the moment they are set, whoever may edit the file, and are no change of its content. */
  private save(): void {
    this.execution.shared.workspace.saveProperties(this.execution.fileId);
  }
}

const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;

function checkSizes(values: Values): void {
  let total = 0;
  for (const [key, value] of Object.entries(values)) {
    const bytes = Buffer.byteLength(value);
    if (bytes > VALUE_BYTES) throw new ServiceError('Argument too large: value');
    total += bytes + Buffer.byteLength(key);
  }
  if (total > STORE_BYTES) {
    throw new ServiceError(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  }
}
