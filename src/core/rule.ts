/** `stage/reason`, for example `strip/back-to-top`. */
export type RuleId = `${string}/${string}`;

/** A document before and after; both are whole documents, and the output is the cleaned text. */
export interface RuleExample {
  readonly input: string;
  readonly output: string;
}

/** Why an edit may be made. The examples are run as tests. */
export interface Rule {
  readonly id: RuleId;
  /** One line, in words a reader of the ledger understands. */
  readonly summary: string;
  readonly changes: readonly RuleExample[];
  /** Options without which the rule never fires, as `cleanHtml` takes them; the examples are cleaned with them. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Near misses: documents this rule must not touch. */
  readonly leavesAlone: readonly string[];
  /** Put on the record of every document in which the rule fires. */
  readonly flag?: string;
  /** What its edits lift goes to this field of the record, when nothing is there yet. */
  readonly lifts?: "title";
}

/** Checks a rule as it is written down. Throws a `TypeError` when an example is missing or the id has no reason. */
export function defineRule(rule: Rule): Rule {
  if (!/^[a-z]+\/[a-z][a-z-]*$/.test(rule.id))
    throw new TypeError(`rule id "${rule.id}" is not of the form stage/reason`);
  if (rule.changes.length === 0) throw new TypeError(`rule ${rule.id} has no example that it changes`);
  if (rule.leavesAlone.length === 0) throw new TypeError(`rule ${rule.id} has no example that it leaves alone`);
  return rule;
}

/** The part of a rule id before the slash: the ledger's `stage`. */
export function stageOf(id: RuleId): string {
  return id.slice(0, id.indexOf("/"));
}
