import { App, Button, Flex, Select, Typography } from "antd";
import { useState } from "react";
import type { AreaRates, Ticket } from "../api/shapes";
import { useProblem } from "../display/useProblem";
import { useAttribute } from "./queries";

/** 归属: to which area the ticket belongs; no file changes it afterwards. */
export function Attribution({ ticket, areas }: { ticket: Ticket; areas: readonly AreaRates[] }) {
  const { message } = App.useApp();
  const problem = useProblem();
  const [area, setArea] = useState<string | null>(ticket.area);
  const attribute = useAttribute(ticket.number);
  const save = (chosen: string) =>
    void attribute.mutateAsync(chosen).then(
      () => void message.success("已归属，居民区指标随之更新"),
      problem.showMessage,
    );
  return (
    <section>
      <Typography.Title level={2}>归属</Typography.Title>
      <Flex gap="small" wrap>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          placeholder="选择居民区"
          aria-label="归属居民区"
          data-testid="attribution-area"
          value={area}
          onChange={setArea}
          options={areas.map((line) => ({ value: line.area, label: line.name }))}
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
