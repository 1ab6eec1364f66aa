import { svg, type SVGTemplateResult } from 'lit';
import { chainPath, handDigits } from './hand-pose.js';
import { fingersOf, type Positions } from './ghost.js';

/** Elbow of the drawing. */
const ELBOW = [132, 212] as const;
const FOREARM = 118;

/**
 * Arm seen from its side. Above the elbow amputation the anchor sits in the humerus; below it, in the
 * forearm, and the elbow is the patient's own.
 */
export function armFigure(
  positions: Positions,
  ghost: Positions,
  ownElbow: boolean,
  { target, socket = false }: { readonly target?: Positions | undefined; readonly socket?: boolean } = {},
): SVGTemplateResult {
  return svg`
    ${ownElbow ? '' : upperArm(socket)}
    ${target ? svg`<g class="ghost target" aria-hidden="true">${distal(target, ownElbow, true)}</g>` : ''}
    <g class="ghost" aria-hidden="true">${distal(ghost, ownElbow, true)}</g>
    ${ownElbow ? ownArm(socket) : ''}
    <g class="limb">${distal(positions, ownElbow, false)}</g>`;
}

// Skin drawn open over the bone, so that the anchor is seen where it works.
function upperArm(socket: boolean): SVGTemplateResult {
  return svg`<g>
    <path class="skin" d="M84 -14C78 30 82 78 96 116Q112 134 132 134Q152 134 168 116C182 78 186 30 180 -14Z" />
    <path class="muscle-shape" d="M92 -14C88 30 92 70 104 104Q112 116 120 110L122 -14Z" />
    <path class="muscle-shape" d="M172 -14C176 30 172 70 160 104Q152 116 144 110L142 -14Z" />
    <path class="bone" d="M120 -14V104Q132 110 144 104V-14Z" />
    ${socket ? svg`<path class="socket" d="M80 20C78 60 84 96 100 130L112 164H152L164 130C180 96 186 60 184 20Z" />` : upperAnchor()}
    <path class="shell" d="M112 162H152L158 196Q152 220 132 222Q112 220 106 196Z" />
  </g>`;
}

function upperAnchor(): SVGTemplateResult {
  return svg`
    <path class="stem" d="M127 34Q132 28 137 34V150H127Z" />
    ${[50, 58, 66, 74, 82, 90].map((y) => svg`<path class="thread" d="M127 ${y}L137 ${y - 3}" />`)}
    <ellipse class="stoma" cx="132" cy="133" rx="12" ry="4" />
    <rect class="titanium" x="122" y="148" width="20" height="14" rx="3" />`;
}

function ownArm(socket: boolean): SVGTemplateResult {
  return svg`<g>
    <path class="skin" d="M54 -14C48 60 50 140 58 196Q64 252 114 254L202 250Q218 242 218 225Q218 208 202 201L156 195Q134 190 135 164C140 110 142 60 138 -14Z" />
    <path class="bone" d="M112 213H206V223H112Z" />
    <path class="bone" d="M100 229H206V237H100Z" />
    ${socket ? svg`<path class="socket" d="M160 190L206 196Q226 202 238 214V236Q226 248 206 255L160 257Z" />` : forearmAnchor()}
  </g>`;
}

function forearmAnchor(): SVGTemplateResult {
  return svg`
    <path class="stem" d="M170 215H238V221H170Z" />
    <path class="stem" d="M170 230H238V236H170Z" />
    <ellipse class="stoma" cx="219" cy="225" rx="4" ry="13" />`;
}

function distal(positions: Positions, ownElbow: boolean, ghost: boolean): SVGTemplateResult {
  const elbow = positions.elbow ?? 90;
  const rotation = positions['wrist-rotation'] ?? 0;
  const digits = handDigits({
    fingers: fingersOf(positions),
    rotationDeg: rotation,
    flexionDeg: positions['wrist-flexion'] ?? 0,
    deviationDeg: positions['wrist-deviation'] ?? 0,
  });
  const [x, y] = ELBOW;
  const place = ownElbow ? `translate(136 225) rotate(-90)` : `translate(${x} ${y}) rotate(${-elbow})`;
  const mark = 15 * Math.sin((rotation * Math.PI) / 180);
  const front = Math.cos((rotation * Math.PI) / 180) >= 0;
  return svg`<g transform=${place}>
    ${
      ownElbow
        ? svg`<path class="titanium" d="M-17 100H17V108H-17Z" />`
        : svg`<circle class="shell" r="22" />
    <path class="shell" d="M-20 6L-17 ${FOREARM - 8}Q0 ${FOREARM - 2} 17 ${FOREARM - 8}L20 6Q0 18 -20 6Z" />
    <path class="seam" d="M-9 26L-8 ${FOREARM - 24}M9 26L8 ${FOREARM - 24}" />
    <circle class="joint" r="11" /><circle class="pin" r="3.5" />`
    }
    <rect class="wrist" x="-16" y=${FOREARM - 8} width="32" height="11" rx="4" />
    <rect class="mark ${front ? '' : 'behind'}" x=${mark - 2.5} y=${FOREARM - 8} width="5" height="11" />
    <g transform="translate(0 ${FOREARM + 3})">
      ${digits.map((digit) => {
        const d = chainPath(digit.points);
        return ghost
          ? svg`<path class="digit-ghost" d=${d} />`
          : svg`<path class="digit-edge" d=${d} /><path class="digit ${digit.thumb ? 'thumb' : ''}" d=${d} />
            ${digit.points.slice(1, -1).map(([px, py]) => svg`<circle class="knuckle" cx=${px} cy=${py} r="2.2" />`)}`;
      })}
    </g>
  </g>`;
}
