import type { BenchmarkHost } from '../../src/study/benchmark/run-person.js';
import { openOnnxPart } from './onnx-part.js';
import { loadClassifier } from './study-host.js';

/** What any thread lends a benchmark: modules and ONNX files. A process is asked from where it connected. */
export const plainHost: Required<BenchmarkHost> = { loadClassifier, openOutside: openOnnxPart };
