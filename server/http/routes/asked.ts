import { parseRequest, requests, type RequestOp } from '../../../src/protocol/requests.js';
import { serverMessages } from '../../../src/protocol/server-messages.js';
import type { SessionRequest } from '../../../src/patient/session.js';
import { HttpError } from '../http-error.js';
import { inForce } from '../in-force.js';
import { anyObject, bodyOf, greeted, type Asked, type Route } from '../route.js';
import type { LastTests } from '../last-tests.js';

type Op = SessionRequest['op'];

/** A route that asks a session what a message of the wire asks, by the same rules. */
function asking(
  method: Route['method'],
  path: string,
  op: Op & RequestOp,
  errors: readonly number[] = [],
): Route {
  const { schema, explain, example } = requests[op];
  const sent: Record<string, unknown> = JSON.parse(example);
  delete sent['op'];
  const waits = 'wait' in schema._zod.def.shape;
  const takes = Object.keys(schema._zod.def.shape).length > (waits ? 3 : 2);
  return {
    method,
    path,
    summary: explain,
    ofSession: true,
    ...(takes && { body: bodyOf(schema), example: sent }),
    answer: serverMessages.ok.schema,
    errors: [404, 409, ...(takes ? [400, 413, 415] : []), ...errors],
    handle: (asked) => inForce(ask(asked, { ...(takes && asked.body()), op, ...(waits && { wait: true }) })),
  };
}

async function ask(
  { session }: Pick<Asked, 'session'>,
  asked: { readonly op: Op } & Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const request = parseRequest(JSON.stringify(asked));
  if (!isOp(request, asked.op)) throw new HttpError(400, 'protocol', `${asked.op}: not to be asked here`);
  return session().request(request);
}

function isOp(request: ReturnType<typeof parseRequest>, op: Op): request is SessionRequest {
  return request.op === op;
}

/** A decoder as a file holds it, or as the answer of `GET /decoder` does. */
const loadingDecoder: Route = {
  method: 'put',
  path: '/decoder',
  summary: requests.loadDecoder.explain,
  ofSession: true,
  body: anyObject,
  example: { format: 'myodesis-decoder', version: 1 },
  // A forest, or examples kept for nearest neighbours, are larger than a scenario.
  limit: 16 * 1024 * 1024,
  answer: serverMessages.ok.schema,
  errors: [400, 404, 409, 413, 415, 422],
  handle(asked) {
    const sent = asked.body();
    const answered = Object.hasOwn(sent, 'decoder');
    return ask(asked, { ...(answered ? sent : { decoder: sent }), op: 'loadDecoder' });
  },
};

/** Who is answered that a test has begun finds it by GET. */
function starting(tests: LastTests): Route {
  const route = asking('post', '/test', 'startTest', [422]);
  return {
    ...route,
    async handle(asked) {
      const told = tests.told(asked.session());
      const answer = await route.handle(asked);
      await told;
      return answer;
    },
  };
}

/** Recorder, decoder and online tests of a session. */
export function askedRoutes(tests: LastTests): Route[] {
  return [
    {
      method: 'get',
      path: '/recorder',
      summary: 'the file being written, or the last one and where to get it',
      ofSession: true,
      answer: serverMessages.recorder.schema,
      errors: [404],
      handle: ({ session }) =>
        greeted(session(), 'recorder') ?? { op: 'recorder', file: null, seconds: 0, url: null },
    },
    asking('post', '/recorder/start', 'startRecording'),
    asking('post', '/recorder/mark', 'mark'),
    asking('post', '/recorder/stop', 'stopRecording'),
    { ...asking('get', '/decoder', 'getDecoder'), answer: serverMessages.decoder.schema },
    loadingDecoder,
    asking('post', '/decoder/calibrate', 'calibrate', [422, 504]),
    asking('post', '/decoder/train', 'trainRecorded', [422]),
    {
      method: 'get',
      path: '/test',
      summary: 'the online test under way, or the result of the last one',
      ofSession: true,
      answer: serverMessages.test.schema,
      errors: [404],
      handle({ session }) {
        const last = tests.of(session());
        if (last) return last;
        throw new HttpError(404, 'not-found', 'test: none was run yet', {
          hint: 'POST /api/test starts one.',
        });
      },
    },
    starting(tests),
    asking('delete', '/test', 'stopTest'),
    asking('post', '/step', 'step'),
  ];
}
