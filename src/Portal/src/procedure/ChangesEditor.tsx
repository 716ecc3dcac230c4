import { Button, Input, Select } from "antd";
import type { Proposal, Standing } from "../api/shapes";
import { placeOf } from "./words";

export const complete = (one: Partial<Proposal>): one is Proposal =>
  Boolean(one.subject && (one.grade || one.tier) && one.reason?.trim());

/** Grades or tiers other than calculated, each with a reason. */
export function ChangesEditor(props: {
  standings: readonly Standing[];
  changes: readonly Partial<Proposal>[];
  onChange: (changes: Partial<Proposal>[]) => void;
}) {
  const { standings, changes, onChange } = props;
  const by = new Map(standings.map((one) => [one.subject, one]));
  const put = (at: number, change: Partial<Proposal>) =>
    onChange(changes.map((one, position) => (position === at ? { ...one, ...change } : one)));
  return (
    <div className="changes">
      {changes.map((change, at) => {
        const standing = change.subject ? by.get(change.subject) : undefined;
        const tiered = standing !== undefined && standing.calculated === null;
        return (
          <div className="change" key={at} data-testid={`change-${at}`}>
            <Select
              showSearch={{ optionFilterProp: "label" }}
              aria-label="对象"
              placeholder="选择对象"
              value={change.subject ?? null}
              onChange={(subject) => put(at, { subject, grade: null, tier: null })}
              options={standings.map((one) => ({
                value: one.subject,
                label: `${one.name}${one.area === one.subject ? "" : `（${one.areaName}）`}，${placeOf(one.grade, one.tier)}`,
              }))}
            />
            <Select
              aria-label={tiered ? "档次" : "等次"}
              placeholder={tiered ? "档次" : "等次"}
              disabled={!standing}
              value={(tiered ? change.tier : change.grade) ?? null}
              onChange={(value) => put(at, tiered ? { tier: value, grade: null } : { grade: value, tier: null })}
              options={choicesFor(standings, standing, tiered).map((value) => ({ value, label: value }))}
            />
            <Input
              aria-label="理由"
              placeholder="理由"
              maxLength={500}
              value={change.reason ?? ""}
              onChange={(event) => put(at, { reason: event.target.value })}
            />
            <Button onClick={() => onChange(changes.filter((_, position) => position !== at))}>删去</Button>
          </div>
        );
      })}
      <Button onClick={() => onChange([...changes, {}])} data-testid="add-change">
        添加调整
      </Button>
    </div>
  );
}

/** The grades or tiers that occur among those of the same kind. */
export function choicesFor(standings: readonly Standing[], one: Standing | undefined, tiered: boolean): string[] {
  const values = standings
    .filter((other) => other.kind === one?.kind)
    .map((other) => (tiered ? other.calculatedTier : other.calculated));
  return [...new Set(values.filter((value) => value !== null))];
}
