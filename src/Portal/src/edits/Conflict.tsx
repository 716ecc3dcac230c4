import { Alert, Button, Flex, Radio } from "antd";
import { useEffect, useRef } from "react";
import { none } from "../display/numbers";
import { moment } from "../display/times";
import { allOf, chosen, type Column, differing } from "./columns";
import "./edits.css";

interface Props<T> {
  /** What has happened, and what was not saved. */
  about: string;
  /** Who saved it, and when, where that is known. */
  by?: string | undefined;
  at?: string | undefined;
  columns: readonly Column<T>[];
  /** One's own edit; where nothing is chosen, what one saw. */
  mine: T;
  /** What is there now. */
  theirs: T;
  testId: string;
}

/** 他人已先作更改: both edits side by side; column by column, one is chosen. */
export function Conflict<T>(
  props: Props<T> & {
    /** What would be saved as it stands. */
    now: T;
    choose: (now: T) => void;
  },
) {
  const { columns, mine, theirs, now, choose, testId } = props;
  const differences = differing(columns, mine, theirs);
  return (
    <Told {...props}>
      {differences.length > 1 && (
        <Flex gap="small" wrap className="conflict-all">
          <Button size="small" onClick={() => choose(allOf(differences, now, mine))} data-testid={`${testId}-all-mine`}>
            全部用我的
          </Button>
          <Button size="small" onClick={() => choose(allOf(differences, now, theirs))} data-testid={`${testId}-all-theirs`}>
            全部用现有的
          </Button>
        </Flex>
      )}
      {differences.map((column) => {
        const side = chosen(column, now, mine, theirs);
        return (
          <fieldset key={column.name} className="conflict-column" data-testid={`${testId}-${column.name}`}>
            <legend>{column.title}</legend>
            <Radio.Group
              className="conflict-sides"
              aria-label={column.title}
              value={side}
              onChange={(event) => choose(column.take(now, event.target.value === "mine" ? mine : theirs))}
            >
              <Radio value="mine" className="conflict-side">
                <Value label="我的" text={column.text(mine)} />
              </Radio>
              <Radio value="theirs" className="conflict-side">
                <Value label="现有" text={column.text(theirs)} />
              </Radio>
            </Radio.Group>
            {side === null && <div className="quiet">已另行填写：{column.text(now) || none}</div>}
          </fieldset>
        );
      })}
    </Told>
  );
}

/** 已有变动: a step that was to be taken on what has changed meanwhile; both are shown, the step is taken again or left. */
export function Moved<T>(props: Props<T>) {
  return (
    <Told {...props}>
      {differing(props.columns, props.mine, props.theirs).map((column) => (
        <div key={column.name} className="conflict-column" data-testid={`${props.testId}-${column.name}`}>
          <div className="conflict-title">{column.title}</div>
          <div className="conflict-sides">
            <div>
              <Value label="您所见" text={column.text(props.mine)} />
            </div>
            <div>
              <Value label="现有" text={column.text(props.theirs)} />
            </div>
          </div>
        </div>
      ))}
    </Told>
  );
}

function Told<T>(props: Props<T> & { children: React.ReactNode }) {
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever is typing is not interrupted; it stands next to what they type in.
    if (!(document.activeElement instanceof HTMLInputElement)) shown.current?.focus();
  }, []);
  const same = differing(props.columns, props.mine, props.theirs).length === 0;
  return (
    <div ref={shown} tabIndex={-1} className="conflict" data-testid={props.testId}>
      <Alert
        type="warning"
        showIcon
        title={props.about}
        description={
          <>
            {props.by && (
              <div className="quiet">
                {moment(props.at)}，{props.by}
              </div>
            )}
            {same && <div>现有内容与您的相同。</div>}
            {props.children}
          </>
        }
      />
    </div>
  );
}

const Value = (props: { label: string; text: string }) => (
  <>
    <span className="conflict-label">{props.label}</span> <span className="conflict-value">{props.text || none}</span>
  </>
);
