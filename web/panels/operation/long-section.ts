import { svg, type SVGTemplateResult } from 'lit';
import { boneLayer } from './bone-layer.js';
import type { Drawn } from './drawn-state.js';
import { groundLayer } from './ground-layer.js';
import { muscleLayer, sutureLayer } from './muscle-layer.js';
import { nerveLayer } from './nerve-layer.js';
import { socketLayer } from './socket-layer.js';
import { stemLayer } from './stem-layer.js';
import { tissueLayer } from './tissue-layer.js';
import { woundLayer } from './wound-layer.js';

/** The long section of the stump: front on the left, the hip above, all of it from one state. */
export function longSection(drawn: Drawn): SVGTemplateResult {
  return svg`<defs>
      <pattern id="pores" width="4" height="4" patternUnits="userSpaceOnUse">
        <circle cx="1" cy="1" r="0.9" /><circle cx="3" cy="3" r="0.9" />
      </pattern>
      <pattern id="water" width="7" height="7" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="1.3" /><circle cx="5.5" cy="5.5" r="1.3" />
      </pattern>
    </defs>
    ${tissueLayer(drawn)}${muscleLayer(drawn)}${nerveLayer(drawn)}${woundLayer(drawn)}
    ${boneLayer(drawn)}${sutureLayer(drawn)}${stemLayer(drawn)}${socketLayer(drawn)}${groundLayer(drawn)}`;
}
