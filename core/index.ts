/**
 * The only door to the core: what is true, found and put together. Runs in a Worker, in Node and in a browser.
 *
 * @example
 * const core = openCore(bundled, async (name) => (await fetch(`/content/${name}.json`)).arrayBuffer());
 * const answer = await ask({ text: 'boss no pay me', reader: 'resident', askedAt: new Date().toISOString(), channel: 'web' }, core);
 */
export type * from './answer.ts';
export { ask, askBundleOnly } from './ask.ts';
export {
  type Assessment,
  type Change,
  type Entry,
  type FieldProblem,
  isDay,
  type Level,
  longest,
  type Remark,
  type Reviewer,
  type ReviewerKind,
  readEntry,
  reviewerKinds,
  sameEntry,
  type Town,
  type TypedEntry,
  topLevel,
} from './assessment.ts';
export { type FileProblem, newRemarks, readAssessment, writeAssessment } from './assessment-file.ts';
export { cityAt, doorKinds, doorsNear, doorsOfKind, findPlaces, groupsOf, placesOf, topicsIn } from './browse.ts';
export { type Commitment, commitmentKinds, commitments } from './commitments.ts';
export { longHashOf as hashOf } from './compact.ts';
export { type Core, openCore } from './core.ts';
export { type CountableDeadline, countable, type LastDay, lastDay } from './deadline.ts';
export { type DoorWish, doorsIn, fits } from './doors.ts';
export { type Duty, type DutyPath, type DutySheet, type DutyStep, dutyAreas, dutyBearers, dutySheet, dutyTopics, impactChecks } from './duty.ts';
export { ConfigError, ShardError } from './errors.ts';
export { type Explanation, explain } from './explain.ts';
export type { FactValue } from './facts.ts';
export type { OpenState } from './hours.ts';
export { type Coverage, coverage, editionsIn, type LawSheet, lawSheet, lawsOf } from './library.ts';
export { knownLocale, preferredLocale } from './locale.ts';
export { chooseNetworks, type Network, type NetworkWish, networksByKind } from './networks.ts';
export { world } from './place.ts';
export {
  type Channel,
  channels,
  longestText,
  type Position,
  type Problem,
  problemOf,
  type Question,
  type Reader,
  readers,
} from './question.ts';
export type { Line } from './schema/place.ts';
export type { SectionName } from './schema/prose.ts';
export { actionPlan, type Item, itemsDue, type PlanStep, type Score, type Section as AssessmentSection, type Standing, standing } from './scores.ts';
export type { ServiceCard } from './service.ts';
export type { Bundled, IndexedTopic, LocaleInfo } from './shard-types.ts';
export { digestOf, type ShardSource } from './shards.ts';
export { shardsToKeep, topicTitle } from './texts.ts';
