import { fits as isPredictions } from './predictions.schema.json?fits';
import { openShelf } from './shelf.ts';

/** The answer that was committed to, by question id: its place in the list, from 0. */
export const predictions = openShelf<Readonly<Record<string, number>>>('predictions', isPredictions, {});
