import { Subject } from 'rxjs';
import { Access } from '../access/access.js';
import type { ClassifierReference } from './classifier-reference.js';
import type { LiveModel } from '../../src/patient/ports.js';
import { loadClassifierModule } from './classifier-module.js';
import { ModuleModel } from './module-model.js';
import { openOutside } from './open-outside.js';

/**
 * Open a model that is not one of ours, for a live stream: a module by path, an ONNX file, or a process that connects.
 * @param onNotice also told what {@link LiveModel.notices$} tells, from the first on
 * @param access who may connect as a process
 * @throws what reading the module or the model throws
 */
export async function openLiveModel(
  reference: Exclude<ClassifierReference, { type: 'own' }>,
  timeoutMs: number,
  onNotice: (text: string) => void,
  access = new Access(),
): Promise<LiveModel> {
  const notices$ = new Subject<string>();
  const tell = (text: string): void => {
    onNotice(text);
    notices$.next(text);
  };
  if (reference.type === 'module') {
    const module = await loadClassifierModule(reference.path);
    return { model: new ModuleModel(module, tell), notices$, module: reference.path };
  }
  return { model: await openOutside(reference, { onNotice: tell, timeoutMs }, access), notices$ };
}
