import type { Format } from '../format.js';
import { BidsWriter, describeTruth, truthFolder } from './bids-writer.js';

export const bids = {
  name: 'bids',
  explain: 'folder laid out as an EMG-BIDS dataset',
  extensions: [],
  begin: async (path, info, { bids: about, truth }) => {
    const writer = await BidsWriter.create(path, info, about);
    if (truth) await describeTruth(path, about);
    const base = writer.path.replace(/_emg\.(edf|bdf)$/, '');
    return { writer, truthBeside: base.replace(path, `${path}/${truthFolder}`) };
  },
} as const satisfies Format;
