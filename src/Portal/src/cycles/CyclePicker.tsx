import { Empty, Select, Skeleton } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { LoadFailure } from "../display/LoadFailure";
import type { CycleView } from "../api/shapes";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import { useCyclesWith } from "./queries";
import { latest } from "./latest";
import { cycleTitle } from "./cycleTitle";
import { isCancelled } from "./states";
import "./cyclePicker.css";

/** Chooses the cycle that a page is about: the one in the address, or else the newest. */
export function WithCycle(props: {
  wanted: string | undefined;
  fits?: (cycle: CycleView) => boolean;
  children: (cycle: CycleView) => ReactNode;
}) {
  const cycles = useCyclesWith(props.wanted);
  const me = useMe();
  if (cycles.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (cycles.isError) return <LoadFailure error={cycles.error} retry={() => void cycles.refetch()} />;
  const cycle = props.wanted
    ? cycles.data.find((line) => line.id === props.wanted)
    : latest(cycles.data, props.fits);
  if (!cycle) {
    return (
      <Empty
        description={
          maySee("/cycles", me.roles) ? (
            <>
              还没有考核周期。请先在<Link to="/cycles">考核周期</Link>中建立一个。
            </>
          ) : (
            "还没有考核周期，请等待街镇管理员建立。"
          )
        }
      />
    );
  }

  return props.children(cycle);
}

export function CyclePicker(props: { value: string; onChange: (cycle: string) => void }) {
  const cycles = useCyclesWith(props.value);
  return (
    <Select
      aria-label="考核周期"
      data-testid="cycle-picker"
      value={props.value}
      onChange={props.onChange}
      options={(cycles.data ?? []).map((cycle) => ({ value: cycle.id, label: labelOf(cycle) }))}
      popupMatchSelectWidth={false}
      className="cycle-picker"
    />
  );
}

/** Of cycles with the same title, which are no longer meant. */
const labelOf = (cycle: CycleView): string =>
  cycleTitle(cycle) + (isCancelled(cycle.state) ? "（已撤销）" : cycle.archivedAt ? "（已归档）" : "");
