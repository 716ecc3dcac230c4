import { Button, Tooltip } from "antd";
import { useState } from "react";
import { ActDialog } from "./ActDialog";
import { type ActKind, acts } from "./overview";
import type { SheetSummary } from "./shapes";

const kinds = Object.keys(acts) as ActKind[];

/** 提交、签批、退回、重新开启 for the chosen sheets, as far as the caller may. */
export function ActButtons(props: {
  cycle: string;
  sheets: readonly SheetSummary[];
  /** Those that could be chosen: an act that none of them admits is not offered. */
  all: readonly SheetSummary[];
  /** Why nothing can be done just now. */
  hindrance?: string | undefined;
  done?: () => void;
}) {
  const { sheets, hindrance } = props;
  const [kind, setKind] = useState<ActKind>();
  return (
    <>
      {kinds
        .filter((one) => props.all.some(acts[one].may))
        .map((one) => {
          const can = sheets.some(acts[one].may);
          return (
            <Tooltip key={one} title={can ? hindrance : undefined}>
              <Button
                type={one === "submit" || one === "sign" ? "primary" : "default"}
                danger={one === "return"}
                disabled={!can || hindrance !== undefined}
                onClick={() => setKind(one)}
                data-testid={`sheets-${one}`}
              >
                {acts[one].title}
              </Button>
            </Tooltip>
          );
        })}
      {kind && (
        <ActDialog
          cycle={props.cycle}
          kind={kind}
          chosen={sheets}
          close={() => setKind(undefined)}
          done={() => {
            setKind(undefined);
            props.done?.();
          }}
        />
      )}
    </>
  );
}
