import { Card, Empty, Skeleton } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { PageHead } from "../display/PageHead";
import { LoadFailure } from "../display/LoadFailure";
import { useMe } from "../session/session";
import { EarlierImports } from "./EarlierImports";
import { FileFormatCard } from "./FileFormatCard";
import { ImportReportCard } from "./ImportReportCard";
import "./imports.css";
import { importServices } from "./kinds";
import { PreviewCard } from "./PreviewCard";
import { useImportKinds, type ChosenFile, type ServiceImport } from "./queries";
import { UploadCard } from "./UploadCard";

export default function ImportsPage() {
  const services = importServices(useMe().roles);
  const [search, setSearch] = useSearchParams();
  const { kinds, pending, error, retry } = useImportKinds(services);
  const kind = kinds.find((known) => known.kind === search.get("kind")) ?? kinds[0];
  const [shown, setShown] = useState<ServiceImport | null>(null);
  const [chosen, setChosen] = useState<ChosenFile | null>(null);

  const choose = (name: string, value: string) => {
    // The file was chosen as another kind, or for another cycle.
    setChosen(null);
    setSearch((before) => {
      const after = new URLSearchParams(before);
      after.set(name, value);
      return after;
    });
  };

  return (
    <>
      <PageHead
        title="数据导入"
        about="CSV（UTF-8 或 GB18030，自动识别）或 XLSX，表头中英文均可。选择文件后先预览，确认后才导入；有问题的行逐条说明原因，其余各行照常导入；同一文件重复导入不会重复计算。"
      />
      <div className="stack">
        {error && <LoadFailure title="部分数据种类未能读取，这些数据暂不能导入" error={error} retry={retry} />}
        {pending && (
          <Card title="选择文件">
            <Skeleton active />
          </Card>
        )}
        {!pending && !error && !kind && (
          <Card title="选择文件">
            <Empty description="没有可以导入的数据种类。" />
          </Card>
        )}
        {!pending && kind && (
          <UploadCard
            kinds={kinds}
            kind={kind}
            cycle={search.get("cycle")}
            choose={choose}
            chosen={(file) => {
              setShown(null);
              setChosen(file);
            }}
          />
        )}
        {chosen && (
          <PreviewCard
            chosen={chosen}
            cancel={() => setChosen(null)}
            uploaded={(report) => {
              setChosen(null);
              setShown(report);
            }}
          />
        )}
        {shown && <ImportReportCard key={shown.id} service={shown.service} id={shown.id} kinds={kinds} />}
        {!pending && kind && <FileFormatCard kind={kind} />}
        <EarlierImports
          services={services}
          kinds={kinds}
          first={kinds.length > 1 ? kinds[0]?.title : undefined}
          show={(report) => {
            setShown(report);
            window.scrollTo({ top: 0, behavior: "smooth" });
          }}
        />
      </div>
    </>
  );
}
