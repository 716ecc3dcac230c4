import { DownloadOutlined } from "@ant-design/icons";
import { Button, Empty, Skeleton, Tag, Typography } from "antd";
import { Link } from "react-router";
import type { SigningKey } from "../api/shapes";
import { saveAs } from "../display/download";
import { LoadFailure } from "../display/LoadFailure";
import { moment } from "../display/times";
import { Emblem } from "../layout/Emblem";
import { groupsOf, keyFileName } from "./fingerprint";
import { useSigningKeys } from "./queries";
import "./signingKeys.css";

/** 验签公钥: for whoever holds a final file, without an account. */
export default function SigningKeysPage() {
  const keys = useSigningKeys();
  return (
    <main className="keys-page">
      <article className="keys-sheet" aria-labelledby="keys-title">
        <header className="keys-head">
          <Emblem size={40} />
          <div>
            <Typography.Title level={1} id="keys-title">
              验签公钥
            </Typography.Title>
            <p className="quiet">本平台签发的最终结果文件，用以下公钥核对。</p>
          </div>
        </header>
        <ol className="keys-steps">
          <li>下载公钥，与签发单位核对指纹。</li>
          <li>
            在任何一台电脑上运行 <code className="code">assess replay 文件.zip --key 公钥.pem</code>
            ，核对签名并复算结果。
          </li>
        </ol>
        {keys.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
        {keys.isError && <LoadFailure error={keys.error} retry={() => void keys.refetch()} />}
        {keys.data?.length === 0 && <Empty description="本平台还没有签发过最终结果文件，签发后在此公布公钥。" />}
        {keys.data?.map((key) => (
          <KeyCard key={key.fingerprint} signingKey={key} />
        ))}
        <footer className="keys-foot">
          <Link to="/">返回平台</Link>
        </footer>
      </article>
    </main>
  );
}

function KeyCard({ signingKey }: { signingKey: SigningKey }) {
  const { fingerprint, publicKey, since, until } = signingKey;
  return (
    <section className="key" data-testid="signing-key" aria-label={`公钥 ${fingerprint.slice(0, 8)}`}>
      <div className="key-head">
        {until ? <Tag>已停用</Tag> : <Tag color="success">使用中</Tag>}
        <span className="key-time">
          {moment(since)} 起{until && `，至 ${moment(until)}`}
        </span>
      </div>
      <h2 className="key-label">指纹（SHA-256）</h2>
      <p className="key-fingerprint" data-testid="fingerprint">
        {groupsOf(fingerprint).map((group, at) => (
          <span key={at}>{group}</span>
        ))}
      </p>
      <div className="key-label-line">
        <h2 className="key-label">公钥（ECDSA P-256，PEM）</h2>
        <Button
          size="small"
          icon={<DownloadOutlined />}
          onClick={() => saveAs(new Blob([publicKey], { type: "application/x-pem-file" }), keyFileName(fingerprint))}
          data-testid="download-key"
        >
          下载
        </Button>
      </div>
      <pre className="key-pem">{publicKey.trim()}</pre>
    </section>
  );
}
