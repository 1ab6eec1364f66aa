import { operationEnglish, type OperationLabel } from './operation-english.js';
import { operationGerman } from './operation-german.js';
import { texts } from './texts.js';

export type { OperationLabel };

/** The operation, scene by scene: words from literature and clinics' pages, with what is assumed said so. */
export const operationTexts = texts({ en: operationEnglish, de: operationGerman });
