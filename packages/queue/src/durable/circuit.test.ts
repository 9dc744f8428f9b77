import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLogger } from '@runlight/service';
import { createCircuit } from './circuit.ts';

const log = createLogger({ service: 'test', level: 'silent' });

/** A circuit whose probe fails until it is told to answer. */
function openable() {
  let answers = false;
  let probes = 0;
  const circuit = createCircuit({
    probe: async () => {
      probes += 1;
      if (!answers) throw new Error('silent');
    },
    log,
    probeEveryMs: 1,
  });
  return { circuit, probes: () => probes, answer: () => (answers = true) };
}

const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('timeouts in a row break it, an answer between them does not let them add up (F7)', () => {
  const { circuit } = openable();
  circuit.timedOut();
  circuit.answered();
  circuit.timedOut();
  assert.equal(circuit.isBroken(), false);
  circuit.timedOut();
  assert.equal(circuit.isBroken(), true);
  circuit.close();
});

test('while it is broken only the probe asks, again and again, and its answer mends it (F7)', async () => {
  const { circuit, probes, answer } = openable();
  circuit.timedOut();
  circuit.timedOut();
  // Answers to what was asked before do not mend it: late replies come in one heap.
  circuit.answered();
  while (probes() < 3) await nextTurn();
  assert.equal(circuit.isBroken(), true);
  answer();
  while (circuit.isBroken()) await nextTurn();
  circuit.timedOut();
  assert.equal(circuit.isBroken(), false, 'it counts anew');
  circuit.close();
});
