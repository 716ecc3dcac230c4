import { Button, Descriptions, Drawer, Flex, Skeleton, Tag, Timeline, Typography } from "antd";
import { useState } from "react";
import type { RegisterRow, RegisterView } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { none } from "../display/numbers";
import { moment } from "../display/times";
import { type Scope, type Turn, useHistory } from "./queries";
import { RowDialog } from "./RowDialog";
import { TurnDialog } from "./TurnDialog";
import { changedValues, changeTitle, type References, shownValue, stateColours, stateTitles } from "./words";

/** A row with its history, and what can be done with it. */
export function RowDrawer(props: {
  scope: Scope;
  register: RegisterView;
  row: RegisterRow | undefined;
  references: References;
  mayEdit: boolean;
  close: () => void;
}) {
  return (
    <Drawer
      title={props.row ? `${props.register.title} · ${props.row.key}` : ""}
      open={props.row !== undefined}
      onClose={props.close}
      size="min(640px, 100vw)"
      destroyOnHidden
    >
      {props.row && <Details {...props} row={props.row} />}
    </Drawer>
  );
}

function Details(props: {
  scope: Scope;
  register: RegisterView;
  row: RegisterRow;
  references: References;
  mayEdit: boolean;
}) {
  const { register, row, references } = props;
  const [editing, setEditing] = useState(false);
  const [turn, setTurn] = useState<Turn>();
  return (
    <div className="stack" data-testid="row-shown">
      {props.mayEdit && (
        <Flex gap="small" wrap>
          {row.state !== "withdrawn" && (
            <Button type="primary" onClick={() => setEditing(true)} data-testid="row-edit">
              更改
            </Button>
          )}
          {row.state === "current" && (
            <Button onClick={() => setTurn("end")} data-testid="row-end">
              终止
            </Button>
          )}
          {row.state !== "withdrawn" && (
            <Button danger onClick={() => setTurn("withdraw")} data-testid="row-withdraw">
              作废
            </Button>
          )}
          {row.state !== "current" && (
            <Button onClick={() => setTurn("reinstate")} data-testid="row-reinstate">
              恢复
            </Button>
          )}
        </Flex>
      )}
      <Descriptions
        column={1}
        size="small"
        bordered
        items={[
          {
            key: "state",
            label: "状态",
            children: (
              <>
                <Tag color={stateColours[row.state]}>{stateTitles[row.state]}</Tag>
                {row.endedOn && `最后一天 ${row.endedOn}`}
              </>
            ),
          },
          ...register.columns.map((column) => ({
            key: column.name,
            label: column.title,
            children: shownValue(column, row.values[column.name], references) || none,
          })),
        ]}
      />
      <History register={register} row={row} references={references} />
      <RowDialog
        key={row.version}
        scope={props.scope}
        register={register}
        row={row}
        references={references}
        open={editing}
        close={() => setEditing(false)}
      />
      <TurnDialog
        scope={props.scope}
        register={register}
        row={row}
        references={references}
        turn={turn}
        close={() => setTurn(undefined)}
      />
    </div>
  );
}

function History(props: { register: RegisterView; row: RegisterRow; references: References }) {
  const history = useHistory(props.register.name, props.row.id);
  return (
    <section>
      <Typography.Title level={2}>变动记录</Typography.Title>
      {history.isPending && <Skeleton active />}
      {history.isError && <LoadFailure error={history.error} retry={() => void history.refetch()} />}
      {history.data && (
        <Timeline
          data-testid="row-history"
          items={history.data.map((change) => ({
            content: (
              <>
                <div>
                  <strong>{changeTitle(change)}</strong>，自 {change.date}
                  {change.reason && `：${change.reason}`}
                </div>
                {changedValues(props.register.columns, change, props.references).map((value) => (
                  <div key={value.title}>
                    {value.title}：{change.before === null ? "" : `${value.before || none} → `}
                    {value.after || none}
                  </div>
                ))}
                <div className="quiet">
                  {moment(change.at)} {change.by}
                </div>
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}
