import fc from 'fast-check';
import { generate, type Packet } from 'mqtt-packet';
import { expect, test } from 'vitest';
import { openAllowance } from '../../src/classroom/broker/allowance.ts';
import { openPacketCounter } from '../../src/classroom/broker/packets.ts';
import { publishPacket } from './raw.ts';

test('packets are counted, in whatever pieces they come', () => {
  const packet: fc.Arbitrary<Packet> = fc.oneof(
    fc.constant<Packet>({ cmd: 'pingreq' }),
    fc.constant<Packet>({ cmd: 'puback', messageId: 3 }),
    fc.nat(20_000).map((length) => publishPacket('w1/a', 'x'.repeat(length))),
  );
  fc.assert(
    fc.property(fc.array(packet, { maxLength: 20 }), fc.integer({ min: 1, max: 5000 }), (packets, size) => {
      const bytes = Buffer.concat(packets.map((each) => generate(each)));
      const count = openPacketCounter();
      let counted = 0;
      for (let at = 0; at < bytes.length; at += size) counted += count(bytes.subarray(at, at + size));
      expect(counted).toBe(packets.length);
    }),
    { numRuns: 50 },
  );
});

test('any bytes are counted, and none is a packet for ever', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(openPacketCounter()(bytes)).toBeLessThanOrEqual(bytes.length);
    }),
  );
});

test('an allowance is spent whole or not at all, and fills up with time', () => {
  const allowance = openAllowance(10, 20, 0);
  expect(allowance.spend(0, 15)).toBe(true);
  expect(allowance.spend(0, 6)).toBe(false);
  expect(allowance.spend(0, 5)).toBe(true);
  expect(allowance.spend(50)).toBe(false);
  expect(allowance.spend(100)).toBe(true);
  expect(allowance.spend(60_000, 20)).toBe(true);
});
