import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { localAddresses, readClassOptions } from '../../build/class-options.ts';
import { connectSources } from '../../src/site/connect-sources.ts';

test('left out, the options are those of a room with one laptop', () => {
  expect(readClassOptions([])).toEqual({
    port: 4321,
    roomSize: 200,
    perAddress: 20,
    tls: null,
    secret: null,
    address: null,
    mosquitto: null,
  });
});

test('each option is read', () => {
  const all = '--port 80 --room-size 500 --per-address 500 --tls-cert a.pem --tls-key b.pem --address class.local';
  expect(readClassOptions(all.split(' '))).toMatchObject({
    port: 80,
    roomSize: 500,
    perAddress: 500,
    tls: { certFile: 'a.pem', keyFile: 'b.pem' },
    address: 'class.local',
  });
});

test('a room on mosquitto is for the site and the broker that are named, or that the site was built for', () => {
  const mosquitto = { folder: 'room', site: 'https://a.example/course/', broker: 'wss://b.example/mqtt' };
  const named = '--mosquitto room --site https://a.example/course --broker wss://b.example/mqtt';
  expect(readClassOptions(named.split(' '))).toMatchObject({ port: 9001, mosquitto });
  const env = {
    SITE_URL: 'https://a.example',
    BASE_PATH: '/course',
    PUBLIC_CLASS_BROKERS: 'wss://b.example/mqtt#anonymous-learners wss://c.example/mqtt',
    PORT: '80',
  };
  expect(readClassOptions(['--mosquitto', 'room'], env)).toMatchObject({ port: 9001, mosquitto });
});

test.each([
  ['--mosquitto', 'room'],
  ['--mosquitto', 'room', '--site', 'https://a.example', '--broker', 'ws://b.example'],
  ['--site', 'https://a.example'],
  ['--port', 'http'],
  ['--port', '70000'],
  ['--room-size', '0'],
  ['--room-size', '1e3'],
  ['--tls-cert', 'a.pem'],
  ['--secret', 'guess'],
  ['--unknown', '1'],
])('%s %s is refused with a sentence', (...args) => {
  expect(() => readClassOptions(args)).toThrow(/\S \S/);
});

test('the address of a private network comes first, that of a container last', () => {
  const at = (address: string, internal = false): NetworkInterfaceInfo[] => [
    { address, netmask: '', mac: '', cidr: null, family: 'IPv4', internal },
  ];
  const found = {
    lo: at('127.0.0.1', true),
    docker0: at('172.17.0.1'),
    eth0: at('203.0.113.5'),
    wlan0: at('192.168.1.7'),
  };
  expect(localAddresses(found)).toEqual(['192.168.1.7', '203.0.113.5', '172.17.0.1']);
});

test('a page may connect to its own site, and to listed brokers by wss alone', () => {
  expect(connectSources()).toBe("'self'");
  expect(
    connectSources("wss://a.example/mqtt ws://b.example 'unsafe' wss://a.example/other wss://c.example:8084/mqtt"),
  ).toBe("'self' wss://a.example wss://c.example:8084");
});
