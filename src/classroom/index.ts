/**
 * The live class without its pages: identity, transport, the learner's and the instructor's session. Everything here is loaded in
 * a class alone.
 */

export { broadcastTransport } from './adapters/broadcast.ts';
export { mqttTransport } from './adapters/mqtt.ts';
export { noTransport } from './adapters/none.ts';
export { type Clock, machineClock } from './clock.ts';
export * from './host/board.ts';
export { type ExerciseSummary, summariseExercises } from './host/export.ts';
export { type HostSetting, openHostSession } from './host/session.ts';
export type * from './host/types.ts';
export * from './host/views.ts';
export {
  cohostIdentity,
  hostIdentity,
  type Identity,
  learnerIdentity,
  makeCohostToken,
  makeSecret,
  type Role,
  readRoomCode,
  roomOf,
  showRoomCode,
} from './identity.ts';
export { type LearnerSetting, openLearnerSession } from './learner/session.ts';
export { openTabLead, type TabLead } from './learner/tab-lead.ts';
export type * from './learner/types.ts';
export { type ClassStorage, openRoomMemory, type RoomMemory } from './memory.ts';
export { type CourseOutline, type OutlinedExercise, otherCode } from './outline.ts';
export { plainNick } from './plain-text.ts';
export * from './transport.ts';
export { faultsOf, goalMarks } from './wire/faults.ts';
export type * from './wire/types.ts';
