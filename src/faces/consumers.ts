import { type Consumer, parseConsumer } from '../core/consumers/consumer.ts';
import { whyNotTogether } from '../core/consumers/sharing.ts';
import type { Reading } from './reading.ts';

/** The input `for`: the programs that read the root, each once. */
export function readConsumers(reading: Reading): readonly Consumer[] {
  const given = reading.list('for', (text, wrong) => {
    const consumer = parseConsumer(text);
    return typeof consumer === 'string' ? wrong(consumer) : consumer;
  });
  return given.filter(
    (consumer, at) =>
      !given
        .slice(0, at)
        .some(({ name, releases }) => name === consumer.name && releases === consumer.releases),
  );
}

/** As {@link readConsumers}, of programs that can share a root. */
export function readConsumersOfOneRoot(reading: Reading): readonly Consumer[] {
  const consumers = readConsumers(reading);
  for (const reason of whyNotTogether(consumers.map(({ name }) => name))) {
    reading.wrong('for', undefined, reason);
  }
  return consumers;
}
