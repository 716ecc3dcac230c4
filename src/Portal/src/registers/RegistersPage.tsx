import { Badge, Button, Card, Empty, Flex, Input, Select, Skeleton, Table, Tabs, Tag } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import type { RegisterRow, RegisterView } from "../api/shapes";
import { cycleTitle } from "../cycles/cycleTitle";
import { useCycles } from "../cycles/queries";
import { isPinned } from "../cycles/states";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { pagedByService } from "../display/paging";
import { rowLink } from "../display/rowLink";
import { pageIn, useAddress } from "../display/useAddress";
import { useProcedure } from "../procedure/queries";
import { useMe } from "../session/session";
import { pageSize, type Scope, useDifferenceCount, useReferences, useRegisters, useRows } from "./queries";
import { RowDialog } from "./RowDialog";
import { RowDrawer } from "./RowDrawer";
import { TakeOverDialog } from "./TakeOverDialog";
import { isState, type References, shownValue, stateColours, states, stateTitles } from "./words";
import "./registers.css";

/** Areas, departments, staff and what else a township keeps lists of: its current ones, or those of a cycle. */
export default function RegistersPage() {
  const go = useNavigate();
  const me = useMe();
  const [search] = useSearchParams();
  const scope = search.get("cycle") ?? undefined;
  const cycles = useCycles();
  const registers = useRegisters(scope);
  const references = useReferences(scope);
  const wanted = useParams()["register"];
  const register = registers.data?.find((known) => known.name === wanted) ?? registers.data?.[0];
  const cycle = cycles.data?.find((known) => known.id === scope);
  const pinned = cycle !== undefined && isPinned(cycle.state);
  const procedure = useProcedure(scope ?? "", pinned);
  // While somebody looks into an objection, or a correction is open, what is wrong can be put right.
  const closed = pinned && !(procedure.data?.admitsCorrections ?? false);
  const mayEdit = me.roles.includes("townshipAdministrator") && !closed;
  const open = (name: string, of: Scope) => void go(`/registers/${name}${of ? `?cycle=${of}` : ""}`);
  return (
    <>
      <PageHead
        title="名册"
        about={
          cycle
            ? "本考核周期自己的名册：开启时从街镇现行名册转入，此后的更改须注明日期和理由。"
            : "街镇现行名册：开启考核周期时转入。已开启的考核周期不受此处更改的影响。"
        }
        actions={
          <Select
            aria-label="哪一份名册"
            data-testid="register-scope"
            value={scope ?? ""}
            onChange={(id: string) => open(register?.name ?? "areas", id || undefined)}
            options={[
              { value: "", label: "街镇现行名册" },
              ...(cycles.data ?? []).map((known) => ({ value: known.id, label: cycleTitle(known) })),
            ]}
            popupMatchSelectWidth={false}
            className="register-scope"
          />
        }
      />
      {registers.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {registers.isError && <LoadFailure error={registers.error} retry={() => void registers.refetch()} />}
      {registers.data && register && (
        <Card>
          {scope && mayEdit && <TakeOver cycle={scope} registers={registers.data} references={references} />}
          <Tabs
            activeKey={register.name}
            onChange={(name) => open(name, scope)}
            items={registers.data.map((known) => ({
              key: known.name,
              label: (
                <span data-testid={`register-${known.name}`}>
                  {known.title} <span className="quiet">{known.rows}</span>
                </span>
              ),
            }))}
          />
          <Rows key={`${scope}/${register.name}`} scope={scope} register={register} references={references} mayEdit={mayEdit} />
        </Card>
      )}
    </>
  );
}

function TakeOver(props: { cycle: string; registers: readonly RegisterView[]; references: References }) {
  const [open, setOpen] = useState(false);
  const count = useDifferenceCount(props.cycle).data ?? 0;
  return (
    <>
      {count > 0 && (
        <Flex gap="small" align="center" wrap className="table-tools">
          <Badge count={count} overflowCount={999} />
          街镇现行名册有新的更改，本考核周期尚未采用。
          <Button onClick={() => setOpen(true)} data-testid="take-over">
            查看并采用
          </Button>
        </Flex>
      )}
      <TakeOverDialog {...props} open={open} close={() => setOpen(false)} />
    </>
  );
}

function Rows(props: { scope: Scope; register: RegisterView; references: References; mayEdit: boolean }) {
  const { scope, register, references } = props;
  const [search, change] = useAddress();
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<string>();
  const text = search.get("q") ?? undefined;
  const named = search.get("state") ?? undefined;
  const state = isState(named) ? named : undefined;
  const area = search.get("area") ?? undefined;
  const page = pageIn(search);
  const rows = useRows(scope, register.name, { q: text, state, area, page });
  const hasArea = register.columns.some((column) => column.content === "area");
  return (
    <>
      <Flex gap="small" wrap className="table-tools">
        <Input.Search
          key={text}
          allowClear
          defaultValue={text ?? ""}
          placeholder="按编号、姓名等查找"
          aria-label="查找"
          data-testid="register-search"
          onSearch={(q) => change({ q: q.trim() || undefined, page: undefined })}
          className="register-search"
        />
        {hasArea && (
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            placeholder="全部居民区"
            aria-label="居民区"
            value={area ?? null}
            onChange={(id: string | null) => change({ area: id ?? undefined, page: undefined })}
            options={[...(references.areas ?? [])].map(([value, label]) => ({ value, label }))}
            className="register-search"
          />
        )}
        <Select
          allowClear
          placeholder="全部状态"
          aria-label="状态"
          value={state ?? null}
          onChange={(next: string | null) => change({ state: next ?? undefined, page: undefined })}
          options={states.map((value) => ({ value, label: stateTitles[value] }))}
          className="register-state"
        />
        {props.mayEdit && (
          <Button type="primary" onClick={() => setAdding(true)} data-testid="row-add">
            新增
          </Button>
        )}
      </Flex>
      {rows.isError ? (
        <LoadFailure error={rows.error} retry={() => void rows.refetch()} />
      ) : (
        <Table<RegisterRow>
          rowKey="id"
          size="middle"
          data-testid="register-table"
          loading={rows.isPending || rows.isPlaceholderData}
          dataSource={rows.data?.rows ?? []}
          scroll={{ x: "max-content" }}
          pagination={pagedByService({
            page,
            pageSize,
            total: rows.data?.total ?? 0,
            unit: "行",
            turn: (next) => change({ page: String(next) }),
          })}
          locale={{ emptyText: <Empty description={<EmptyText filtered={Boolean(text || state || area)} scope={scope} />} /> }}
          onRow={(row) => rowLink(() => setShown(row.id), { "data-testid": `register-row-${row.key}` })}
          columns={[
            ...register.columns.map((column, at) => ({
              title: column.title,
              key: column.name,
              ...(at === 0 && { fixed: "left" as const }),
              render: (_: unknown, row: RegisterRow) =>
                at === 0 ? (
                  <Button type="link" className="cell-link">
                    {shownValue(column, row.values[column.name], references)}
                  </Button>
                ) : (
                  shownValue(column, row.values[column.name], references)
                ),
            })),
            {
              title: "状态",
              key: "state",
              render: (_: unknown, row: RegisterRow) => (
                <>
                  <Tag color={stateColours[row.state]}>{stateTitles[row.state]}</Tag>
                  {row.endedOn}
                </>
              ),
            },
          ]}
        />
      )}
      <RowDrawer
        scope={scope}
        register={register}
        row={rows.data?.rows.find((row) => row.id === shown)}
        references={references}
        mayEdit={props.mayEdit}
        close={() => setShown(undefined)}
      />
      <RowDialog
        scope={scope}
        register={register}
        row={undefined}
        references={references}
        open={adding}
        close={() => setAdding(false)}
      />
    </>
  );
}

function EmptyText(props: { filtered: boolean; scope: Scope }) {
  if (props.filtered) return "没有符合条件的行";
  return props.scope ? (
    "本考核周期没有这种名册"
  ) : (
    <>
      还没有内容。可以逐行新增，或在<Link to="/imports">数据导入</Link>中整份导入。
    </>
  );
}
