import { App, Button, Flex, Select, Typography } from "antd";
import { useState } from "react";
import { asProblem } from "../api/problem";
import type { AreaRates } from "../api/shapes";
import { useProblem } from "../display/useProblem";
import { Conflict } from "../edits/Conflict";
import { areaColumn, latestStep } from "./columns";
import { type SeenTicket, useAttribute } from "./queries";

/** 归属: to which area the ticket belongs; no file changes it afterwards. */
export function Attribution(props: { of: SeenTicket; areas: readonly AreaRates[] }) {
  const { ticket, tag } = props.of;
  const { message } = App.useApp();
  const problem = useProblem();
  const [chosen, setChosen] = useState<string | null>(null);
  const area = chosen ?? ticket.area;
  /** What was chosen before somebody else decided. */
  const [mine, setMine] = useState<string>();
  const attribute = useAttribute(ticket.number);
  const save = (asked: string) =>
    void attribute.mutateAsync({ area: asked, seen: tag }).then(
      () => {
        setMine(undefined);
        setChosen(null);
        void message.success("已归属，居民区指标随之更新");
      },
      (error: unknown) => (asProblem(error).status === 412 ? setMine(asked) : problem.showMessage(error)),
    );
  return (
    <section>
      <Typography.Title level={2}>归属</Typography.Title>
      {mine !== undefined && (
        <Conflict
          key={tag}
          about="您打开之后，这件工单已有变动，您选定的归属尚未保存。"
          {...latestStep(props.of)}
          columns={[areaColumn(props.areas)]}
          mine={mine}
          theirs={ticket.area}
          now={area}
          choose={setChosen}
          testId="attribution-conflict"
        />
      )}
      <Flex gap="small" wrap>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          placeholder="选择居民区"
          aria-label="归属居民区"
          data-testid="attribution-area"
          value={area}
          onChange={setChosen}
          options={props.areas.map((line) => ({ value: line.area, label: line.name }))}
          style={{ width: 220 }}
        />
        <Button
          type={ticket.area === null ? "primary" : "default"}
          disabled={!area || (area === ticket.area && ticket.attributedBy === "person")}
          loading={attribute.isPending}
          onClick={() => area && save(area)}
          data-testid="attribute"
        >
          {ticket.area === null ? "确定归属" : area === ticket.area ? "确认归属" : "改变归属"}
        </Button>
      </Flex>
      <p className="quiet section-note">人工归属后，再次导入的文件不会改变它。</p>
    </section>
  );
}
