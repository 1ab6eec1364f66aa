import * as z from 'zod';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { serverMessages } from '../../../src/protocol/server-messages.js';
import { anyObject, type ApiOptions, type Asked, type Route, type ServedDevices } from '../route.js';

const states = serverMessages.devices.schema._zod.def.shape.devices;

/** The devices that a session appears as to other programs. */
export function deviceRoutes({ devicesOf }: ApiOptions): Route[] {
  const room = ({ session }: Asked): ServedDevices => {
    const found = devicesOf(session().about.id);
    if (found) return found;
    throw new StreamError('devices: this service appears as none', {
      hint: 'Start "myodesis serve", which can.',
    });
  };
  return [
    {
      method: 'get',
      path: '/devices',
      summary: 'the devices that there are, and how those that are open do',
      ofSession: true,
      answer: z.object({ devices: z.array(anyObject), open: z.array(anyObject) }),
      errors: [404, 409],
      handle(asked) {
        const { infos, states: open } = room(asked);
        return { devices: infos, open };
      },
    },
    {
      method: 'put',
      path: '/devices/{device}',
      summary: 'appear as a device, or turn the dials of one that is open; what is not named stays',
      ofSession: true,
      body: anyObject,
      example: {},
      answer: states,
      errors: [400, 404, 409, 413, 415, 422],
      async handle(asked) {
        const devices = room(asked);
        const device = asked.param('device');
        const options = { ...asked.body() };
        const open = devices.states.some((state) => state.device === device);
        await devices.request({ op: open ? 'setDevice' : 'openDevice', device, options });
        return devices.states;
      },
    },
    {
      method: 'delete',
      path: '/devices/{device}',
      summary: 'appear as a device no more',
      ofSession: true,
      errors: [404, 409, 422],
      async handle(asked) {
        await room(asked).request({ op: 'closeDevice', device: asked.param('device') });
      },
    },
  ];
}
