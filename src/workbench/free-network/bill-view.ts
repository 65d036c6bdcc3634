import type { NetworkBill, Usd } from '../../grading/index.ts';
import type { NetworkWords } from '../../messages/free-network.ts';
import { make, sentence } from '../dom.ts';

/** What the endpoints cost in a month beside a NAT gateway, and which of them the task never uses. */
export function billView(
  { region, endpoints, total, unused, needed, natGatewayPerZone, prices }: NetworkBill,
  own: NetworkWords,
): HTMLElement {
  if (prices === null || total === null || natGatewayPerZone === null)
    return make('p', { class: 'panel-idle' }, own('bill.none', { region }));
  const idle = endpoints.filter(({ used }) => !used).map(({ service }) => `\`${service}\``);
  const line = (label: string, amount: Usd | null): readonly HTMLElement[] =>
    amount === null ? [] : [make('dt', {}, label), make('dd', {}, inWords(amount, own))];
  return make(
    'div',
    { class: 'bill' },
    make(
      'dl',
      {},
      line(own('bill.total', { count: endpoints.length }), total),
      line(own('bill.needed', { count: needed.services.length }), needed.monthlyPerZone),
      line(own('bill.nat'), natGatewayPerZone),
    ),
    idle.length > 0 &&
      unused !== null &&
      make('p', {}, sentence(own('bill.unused', { services: idle.join(', '), amount: inWords(unused, own) }))),
    make(
      'p',
      { class: 'small-print' },
      own('bill.rule', { day: prices.asOf }),
      make('a', { class: 'source', href: prices.url, rel: 'noreferrer', target: '_blank' }, own('bill.source')),
    ),
  );
}

/** The same in a line, for a bench on which the task is given. */
export function billLine({ total, endpoints, unused, prices }: NetworkBill, own: NetworkWords): readonly HTMLElement[] {
  if (prices === null || total === null || unused === null || endpoints.length === 0) return [];
  const idle = endpoints.filter(({ used }) => !used).map(({ service }) => `\`${service}\``);
  const surplus = own('bill.unused', { services: [...new Set(idle)].join(', '), amount: inWords(unused, own) });
  return [
    make('span', {}, own('bill.line', { amount: inWords(total, own) })),
    ...(idle.length === 0 ? [] : [make('span', { class: 'bill-surplus' }, sentence(surplus))]),
    make(
      'a',
      { class: 'source', href: prices.url, rel: 'noreferrer', target: '_blank' },
      own('bill.prices', { day: prices.asOf }),
    ),
  ];
}

function inWords({ from, to }: Usd, own: NetworkWords): string {
  const [low, high] = [from.toFixed(2), to.toFixed(2)];
  return from === to ? own('bill.usd', { amount: low }) : own('bill.usd', { amount: `${low}–${high}` });
}
