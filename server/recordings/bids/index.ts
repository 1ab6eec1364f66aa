import type { Format } from '../format.js';
import { BidsWriter } from './bids-writer.js';

export const bids = {
  name: 'bids',
  explain: 'folder laid out as an EMG-BIDS dataset',
  extensions: [],
  begin: async (path, info, { bids: about }) => {
    const writer = await BidsWriter.create(path, info, about);
    const base = writer.path.replace(/_emg\.(edf|bdf)$/, '');
    // BIDS keeps files it does not know out of its folders, except below `derivatives`.
    return { writer, truthBeside: base.replace(path, `${path}/derivatives/truth`) };
  },
} as const satisfies Format;
