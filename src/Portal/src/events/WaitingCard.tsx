import { Button, Card, Flex } from "antd";
import { useState } from "react";
import type { EventForm, EventView } from "../api/shapes";
import { type Hand, handOf } from "./duties";
import { EventTable } from "./EventTable";
import { HandleDialog } from "./HandleDialog";

const words: Record<Hand, { title: string; button: string }> = {
  check: { title: "等待您核实", button: "核实" },
  approve: { title: "等待您核准", button: "核准" },
};

/** What waits for the signed-in person's check or approval; several are taken at once. */
export function WaitingCard(props: {
  cycle: string;
  form: EventForm;
  hand: Hand;
  events: readonly EventView[];
  open: (number: string) => void;
}) {
  const { hand } = props;
  const [chosen, choose] = useState<readonly string[]>([]);
  const [handling, setHandling] = useState(false);
  const waiting = props.events.filter((one) => handOf(one) === hand);
  const taken = waiting.filter((one) => chosen.includes(one.id));
  if (waiting.length === 0) return null;
  return (
    <Card
      title={`${words[hand].title}（${waiting.length} 条）`}
      data-testid={`waiting-${hand}`}
      extra={
        <Flex gap="small">
          <Button
            type="primary"
            disabled={taken.length === 0}
            onClick={() => setHandling(true)}
            data-testid={`${hand}-chosen`}
          >
            {words[hand].button}
            {taken.length > 0 && ` ${taken.length} 条`}
          </Button>
        </Flex>
      }
    >
      <EventTable
        events={waiting}
        form={props.form}
        open={props.open}
        testId={`events-to-${hand}`}
        selection={{ chosen, choose }}
      />
      <HandleDialog
        cycle={props.cycle}
        form={props.form}
        hand={hand}
        events={taken}
        open={handling}
        close={() => setHandling(false)}
        done={() => choose([])}
      />
    </Card>
  );
}
