import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attachBroker } from '../../src/classroom/broker/attach.ts';

/** A broker in a process of its own, so that its memory is nobody else's. Its parent tells it the room, and asks for its size. */

const [room = '', hostSecret = '', size = '0'] = process.argv.slice(2);
const server = createServer();
await attachBroker(server, {
  key: { room, hostSecret },
  roomSize: Number(size),
  perAddress: Number(size) + 10,
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send?.({ rssBytes: process.memoryUsage().rss }));
process.on('disconnect', () => process.exit());
