import type { Contact, ElectrodeChannel } from '../anatomy/anatomy.js';
import type { ContactShape } from './contact-filter.js';

/** Where a group's arrangement of contacts is used by a channel. */
export interface ChannelPart {
  readonly channel: number;
  /** rad */
  readonly angle: number;
  /** Middle of the arrangement, m. */
  readonly z: number;
  /** Factor of this part in the channel's sum. */
  readonly weight: number;
}

/** Channels that share one arrangement of contacts and therefore one set of kernels. */
export interface ContactGroup extends ContactShape {
  /** m */
  readonly radius: number;
  /** Axial places of the contacts about the middle, m. */
  readonly offsets: readonly number[];
  readonly weights: readonly number[];
  /** 1 where the weights are symmetric about the middle, −1 where antisymmetric. */
  readonly symmetry: 1 | -1;
  readonly parts: ChannelPart[];
}

/**
 * Group channels by arrangement. Contacts in line along the limb with symmetric or antisymmetric weights (every
 * standard configuration) are evaluated as one; any other channel as the sum of its single contacts.
 */
export function groupContacts(channels: readonly ElectrodeChannel[]): ContactGroup[] {
  const groups = new Map<string, ContactGroup>();
  const add = (
    channel: ElectrodeChannel,
    index: number,
    contacts: readonly Contact[],
    weight: number,
  ): void => {
    const z = contacts.reduce((sum, contact) => sum + contact.z, 0) / contacts.length;
    const symmetry = symmetryOf(contacts, z);
    if (symmetry === 0) {
      for (const contact of contacts)
        add(channel, index, [{ ...contact, weight: 1 }], contact.weight * weight);
      return;
    }
    const { angle, radius } = contacts[0];
    const { contactShape, contactDiameter, contactWidth } = channel;
    // Rounded so that the same arrangement at another place is recognised.
    const offsets = contacts.map((contact) => Math.round((contact.z - z) * 1e9) / 1e9);
    const weights = contacts.map((contact) => contact.weight);
    const key = JSON.stringify([radius, contactShape, contactDiameter, contactWidth, offsets, weights]);
    let group = groups.get(key);
    if (!group) {
      group = { radius, contactShape, contactDiameter, contactWidth, offsets, weights, symmetry, parts: [] };
      groups.set(key, group);
    }
    group.parts.push({ channel: index, angle, z, weight });
  };
  channels.forEach((channel, index) => add(channel, index, channel.contacts, 1));
  return [...groups.values()];
}

function symmetryOf(contacts: readonly Contact[], middle: number): 1 | -1 | 0 {
  const sorted = [...contacts].sort((a, b) => a.z - b.z);
  let even = true;
  let odd = true;
  for (let i = 0; i < sorted.length; i++) {
    const a = sorted[i];
    const b = sorted[sorted.length - 1 - i];
    const inLine =
      a.angle === b.angle &&
      a.radius === b.radius &&
      a.angle === sorted[0].angle &&
      a.radius === sorted[0].radius;
    if (!inLine || Math.abs(a.z + b.z - 2 * middle) > 1e-9) return 0;
    even &&= Math.abs(a.weight - b.weight) < 1e-12;
    odd &&= Math.abs(a.weight + b.weight) < 1e-12;
  }
  return even ? 1 : odd ? -1 : 0;
}
