// Emmett as a contestant: one order per line of standard input, one JSON answer per line of standard output.
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { CommandHandler, STREAM_DOES_NOT_EXIST } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';

const state = { count: 0n, last: null };
const evolve = (known, event) => ({ count: known.count + 1n, last: event.data });
const handle = CommandHandler({ evolve, initialState: () => state });
const message = (id) => ({ type: event.type, data: { ...event.data, assistance: id } });

let event, pool, store, streams = [], turn = 0;

const operations = {
  command: {
    create: () => {
      const id = randomUUID();
      return handle(store, id, () => message(id), { expectedStreamVersion: STREAM_DOES_NOT_EXIST });
    },
    append: () => {
      const id = streams[turn++ % streams.length];
      return handle(store, id, () => message(id));
    },
  },
  engine: {
    create: () => {
      const id = randomUUID();
      return store.appendToStream(id, [message(id)], { expectedStreamVersion: STREAM_DOES_NOT_EXIST });
    },
    append: async () => {
      const id = streams[turn++ % streams.length];
      const read = await store.readStream(id);
      return store.appendToStream(id, [message(id)], { expectedStreamVersion: read.currentStreamVersion });
    },
  },
};

async function loop(callers, limit, millis, operation) {
  const micros = [];
  const end = performance.now() + millis;
  let left = limit;
  const caller = async () => {
    for (let begun = performance.now(); begun < end && left-- > 0; ) {
      await operation();
      const done = performance.now();
      micros.push(Math.round((done - begun) * 1000));
      begun = done;
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: callers }, caller));
  return { nanos: Math.round((performance.now() - begin) * 1e6), micros };
}

const orders = {
  async open({ uri, connections, sample }) {
    await store?.close();
    await pool?.end();
    event = sample;
    pool = new pg.Pool({ connectionString: uri, max: connections });
    store = getPostgreSQLEventStore(uri, { connectionOptions: { pool } });
    await store.schema.migrate();
    return {};
  },
  async prepare({ count, events, callers }) {
    streams = Array.from({ length: count }, () => randomUUID());
    let next = 0;
    return loop(callers, count, 3_600_000, () => {
      const id = streams[next++];
      const all = Array.from({ length: events }, () => message(id));
      return store.appendToStream(id, all, { expectedStreamVersion: STREAM_DOES_NOT_EXIST });
    });
  },
  run: ({ path, work, callers, limit, millis }) => loop(callers, limit, millis, operations[path][work]),
};

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  try {
    process.stdout.write(JSON.stringify(await orders[order.order](order)) + '\n');
  } catch (error) {
    process.stdout.write(JSON.stringify({ error: String(error.stack ?? error) }) + '\n');
  }
}
await store?.close();
await pool?.end();
