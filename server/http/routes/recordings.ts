import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import * as z from 'zod';
import { systemCode } from '../../../src/ground/signal/system-code.js';
import { recordedFormats } from '../../../src/protocol/recorded-formats.js';
import { HttpError } from '../http-error.js';
import type { ApiOptions, Route } from '../route.js';

const listed = z.object({ file: z.string(), bytes: z.number(), url: z.string() });

/** Recordings that are finished, and how to have them. */
export function recordingRoutes({ recordingsFolder }: ApiOptions): Route[] {
  return [
    {
      method: 'get',
      path: '/recordings',
      summary: 'the recordings that there are',
      answer: z.array(listed),
      errors: [],
      async handle() {
        const found = [];
        for (const { name } of await recordings(recordingsFolder)) {
          const { size } = await stat(join(recordingsFolder, name));
          found.push({ file: name, bytes: size, url: `/api/recordings/${encodeURIComponent(name)}` });
        }
        return found.sort((a, b) => a.file.localeCompare(b.file));
      },
    },
    {
      method: 'get',
      path: '/recordings/{file}',
      summary: 'a recording, whole or by Range',
      answer: 'file',
      errors: [404],
      async handle({ param, response }) {
        // The name that is opened is one that the folder has, never the one that was asked for.
        const asked = param('file');
        const entry = (await recordings(recordingsFolder)).find(({ name }) => name === asked);
        if (!entry)
          throw new HttpError(404, 'not-found', 'recordings: there is none of that name', {
            hint: 'GET /api/recordings lists them.',
          });
        await new Promise<void>((resolve, reject) => {
          response.attachment(entry.name);
          response.sendFile(entry.name, { root: recordingsFolder, dotfiles: 'deny' }, (error) => {
            // Who hangs up in the middle is no error of ours.
            if (!error || response.headersSent) resolve();
            else reject(error);
          });
        });
      },
    },
  ];
}

/** Files of a folder that the recorder writes; links may lead elsewhere and are none. */
async function recordings(folder: string): Promise<Dirent[]> {
  const isRecording = (entry: Dirent): boolean =>
    entry.isFile() &&
    !entry.name.startsWith('.') &&
    recordedFormats.some((format) => extname(entry.name) === `.${format}`);
  try {
    return (await readdir(folder, { withFileTypes: true })).filter(isRecording);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
