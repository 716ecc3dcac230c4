using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Assessment.Scoring.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "adjustments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Clause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ValuesJson = table.Column<string>(type: "text", nullable: false),
                    ProposedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    MeetingJson = table.Column<string>(type: "text", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Refusal = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adjustments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "adopted_schemes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SchemeId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    QuestionnairesJson = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: true),
                    AdoptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AdoptedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adopted_schemes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_chains",
                columns: table => new
                {
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_chains", x => x.Township);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Who = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Duty = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Action = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Subject = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: true),
                    PreviousHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calculation_answers",
                columns: table => new
                {
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Request = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    PendingImports = table.Column<int>(type: "integer", nullable: false),
                    VersionsJson = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calculation_answers", x => new { x.Township, x.Request, x.Source });
                });

            migrationBuilder.CreateTable(
                name: "calculation_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AskedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ProblemsJson = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calculation_requests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "closed_campaigns",
                columns: table => new
                {
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Wave = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closed_campaigns", x => new { x.Township, x.Cycle, x.Channel, x.Wave });
                });

            migrationBuilder.CreateTable(
                name: "cycles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Adoption = table.Column<Guid>(type: "uuid", nullable: false),
                    Scheme = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SchemeVersion = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OpenedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    FinalAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FinalBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    FinalResult = table.Column<int>(type: "integer", nullable: true),
                    AdmitsCorrections = table.Column<bool>(type: "boolean", nullable: false),
                    IsRehearsal = table.Column<bool>(type: "boolean", nullable: false),
                    Run = table.Column<int>(type: "integer", nullable: false),
                    CancelledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CancelledBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    CancelledBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ArchivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ArchivedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    SheetsNeedSignature = table.Column<bool>(type: "boolean", nullable: false),
                    FactsVersion = table.Column<long>(type: "bigint", nullable: false),
                    RegisterVersion = table.Column<long>(type: "bigint", nullable: false),
                    TakenOverJson = table.Column<string>(type: "text", nullable: true),
                    LockCount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cycles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "entered_calendars",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    CalendarJson = table.Column<string>(type: "text", nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EnteredBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entered_calendars", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Rule = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Level = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    Points = table.Column<decimal>(type: "numeric(28,16)", precision: 28, scale: 16, nullable: true),
                    Count = table.Column<decimal>(type: "numeric(28,16)", precision: 28, scale: 16, nullable: true),
                    Item = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    Work = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    Award = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    Holder = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    Waiver = table.Column<decimal>(type: "numeric(28,16)", precision: 28, scale: 16, nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Files = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    Risk = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Stage = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AppliedAs = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Applicant = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    AppliedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    EnteredByOffice = table.Column<bool>(type: "boolean", nullable: false),
                    Confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    Application = table.Column<long>(type: "bigint", nullable: true),
                    Counts = table.Column<long>(type: "bigint", nullable: true),
                    ReportedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Supersedes = table.Column<long>(type: "bigint", nullable: true),
                    Undoes = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "explanations",
                columns: table => new
                {
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Result = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Tree = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_explanations", x => new { x.Township, x.Result, x.Subject });
                });

            migrationBuilder.CreateTable(
                name: "file_quota_locks",
                columns: table => new
                {
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    LockCount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_quota_locks", x => x.Township);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "bytea", maxLength: 512, nullable: false),
                    UploadedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    UploadedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AttachedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "final_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Result = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ManifestSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    KeyFingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_final_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "imported_rows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Import = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imported_rows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    CycleTitle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    UploadedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    UploaderLimits = table.Column<List<string>>(type: "text[]", nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UploadedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ClaimedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Processed = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CountsJson = table.Column<string>(type: "text", nullable: false),
                    ProblemsJson = table.Column<string>(type: "text", nullable: false),
                    ProblemCount = table.Column<int>(type: "integer", nullable: false),
                    ErrorCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ErrorMessage = table.Column<string>(type: "text", nullable: true),
                    UnusedHeadsJson = table.Column<string>(type: "text", nullable: false),
                    UndoneBefore = table.Column<int>(type: "integer", nullable: false),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UndoneBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    UndoReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Queue = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ConsumedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.MessageId, x.Queue });
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Item = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    By = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Period = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Sheet = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Value = table.Column<decimal>(type: "numeric(28,16)", precision: 28, scale: 16, nullable: false),
                    MeanSum = table.Column<decimal>(type: "numeric(28,16)", precision: 28, scale: 16, nullable: true),
                    MeanCount = table.Column<decimal>(type: "numeric(28,16)", precision: 28, scale: 16, nullable: true),
                    Count = table.Column<decimal>(type: "numeric(28,16)", precision: 28, scale: 16, nullable: true),
                    Eligible = table.Column<decimal>(type: "numeric(28,16)", precision: 28, scale: 16, nullable: true),
                    EvidenceJson = table.Column<string>(type: "text", nullable: false),
                    Files = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Source = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SourceVersion = table.Column<long>(type: "bigint", nullable: true),
                    ReportedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Supersedes = table.Column<long>(type: "bigint", nullable: true),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    Undoes = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    SignedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Matter = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Item = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Files = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    Objector = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    EnteredBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Contact = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_objections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Contract = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "procedure_acts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ActJson = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_acts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "register_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Row = table.Column<Guid>(type: "uuid", nullable: false),
                    Register = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    By = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Import = table.Column<Guid>(type: "uuid", nullable: true),
                    BeforeJson = table.Column<string>(type: "text", nullable: true),
                    AfterJson = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "register_rows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Register = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ContentJson = table.Column<string>(type: "text", nullable: false),
                    SearchText = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Area = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    TakenFrom = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenVersion = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_rows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "register_version",
                columns: table => new
                {
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    LockCount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_version", x => x.Township);
                });

            migrationBuilder.CreateTable(
                name: "results",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Cause = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SchemeVersion = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CalculatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CalculatedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    FactsVersion = table.Column<long>(type: "bigint", nullable: false),
                    RegisterVersion = table.Column<long>(type: "bigint", nullable: false),
                    LinesJson = table.Column<string>(type: "text", nullable: false),
                    FactsJson = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_results", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "risks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Rule = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Files = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AppliedAs = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Applicant = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    AppliedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ReportedBy = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Supersedes = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_risks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sheet_acts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Department = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Period = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Step = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Through = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sheet_acts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sheet_dues",
                columns: table => new
                {
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sheet_dues", x => new { x.Township, x.Cycle, x.Period });
                });

            migrationBuilder.CreateTable(
                name: "sheets",
                columns: table => new
                {
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Department = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Period = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CountsThrough = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sheets", x => new { x.Township, x.Cycle, x.Department, x.Period });
                });

            migrationBuilder.CreateTable(
                name: "signing_keys",
                columns: table => new
                {
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PublicKey = table.Column<string>(type: "text", nullable: false),
                    WrappedPrivateKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_keys", x => x.Fingerprint);
                });

            migrationBuilder.CreateTable(
                name: "source_reports",
                columns: table => new
                {
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Cycle = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ObservedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_reports", x => new { x.Township, x.Cycle, x.Source, x.Subject });
                });

            migrationBuilder.CreateTable(
                name: "file_attachments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Township = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    File = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Department = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_file_attachments_files_File",
                        column: x => x.File,
                        principalTable: "files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_adjustments_Township_Cycle_Number",
                table: "adjustments",
                columns: new[] { "Township", "Cycle", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_adopted_schemes_Township_ContentHash",
                table: "adopted_schemes",
                columns: new[] { "Township", "ContentHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_Township_Sequence",
                table: "audit_entries",
                columns: new[] { "Township", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_calculation_requests_Township_Cycle_AskedAt",
                table: "calculation_requests",
                columns: new[] { "Township", "Cycle", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_cycles_Township_Scheme_Year_IsRehearsal_Run",
                table: "cycles",
                columns: new[] { "Township", "Scheme", "Year", "IsRehearsal", "Run" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_entered_calendars_Year",
                table: "entered_calendars",
                column: "Year");

            migrationBuilder.CreateIndex(
                name: "IX_events_Counts",
                table: "events",
                column: "Counts");

            migrationBuilder.CreateIndex(
                name: "IX_events_Supersedes",
                table: "events",
                column: "Supersedes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_events_Township_Cycle_EventId",
                table: "events",
                columns: new[] { "Township", "Cycle", "EventId" });

            migrationBuilder.CreateIndex(
                name: "IX_file_attachments_File",
                table: "file_attachments",
                column: "File");

            migrationBuilder.CreateIndex(
                name: "IX_files_Township_Cycle",
                table: "files",
                columns: new[] { "Township", "Cycle" });

            migrationBuilder.CreateIndex(
                name: "IX_final_files_Township_Cycle_Version",
                table: "final_files",
                columns: new[] { "Township", "Cycle", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_imported_rows_Township_Import",
                table: "imported_rows",
                columns: new[] { "Township", "Import" });

            migrationBuilder.CreateIndex(
                name: "IX_imports_Status",
                table: "imports",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_imports_Township_Kind_Cycle_Hash_UndoneBefore",
                table: "imports",
                columns: new[] { "Township", "Kind", "Cycle", "Hash", "UndoneBefore" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inbox_ConsumedAt",
                table: "inbox",
                column: "ConsumedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_Supersedes",
                table: "ledger",
                column: "Supersedes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_Township_Cycle_Subject",
                table: "ledger",
                columns: new[] { "Township", "Cycle", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_Township_Cycle",
                table: "notices",
                columns: new[] { "Township", "Cycle" });

            migrationBuilder.CreateIndex(
                name: "IX_objections_CodeHash",
                table: "objections",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_objections_Township_Cycle_Number",
                table: "objections",
                columns: new[] { "Township", "Cycle", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_procedure_acts_Township_Cycle_Number",
                table: "procedure_acts",
                columns: new[] { "Township", "Cycle", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_register_changes_Import",
                table: "register_changes",
                column: "Import");

            migrationBuilder.CreateIndex(
                name: "IX_register_changes_Row_Version",
                table: "register_changes",
                columns: new[] { "Row", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_register_rows_Township_Cycle_Register_Key",
                table: "register_rows",
                columns: new[] { "Township", "Cycle", "Register", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_results_Township_Cycle_Number",
                table: "results",
                columns: new[] { "Township", "Cycle", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_risks_Supersedes",
                table: "risks",
                column: "Supersedes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_risks_Township_Cycle_Number",
                table: "risks",
                columns: new[] { "Township", "Cycle", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_sheet_acts_Township_Cycle",
                table: "sheet_acts",
                columns: new[] { "Township", "Cycle" });

            migrationBuilder.CreateIndex(
                name: "IX_signing_keys_Number",
                table: "signing_keys",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adjustments");

            migrationBuilder.DropTable(
                name: "adopted_schemes");

            migrationBuilder.DropTable(
                name: "audit_chains");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "calculation_answers");

            migrationBuilder.DropTable(
                name: "calculation_requests");

            migrationBuilder.DropTable(
                name: "closed_campaigns");

            migrationBuilder.DropTable(
                name: "cycles");

            migrationBuilder.DropTable(
                name: "entered_calendars");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "explanations");

            migrationBuilder.DropTable(
                name: "file_attachments");

            migrationBuilder.DropTable(
                name: "file_quota_locks");

            migrationBuilder.DropTable(
                name: "final_files");

            migrationBuilder.DropTable(
                name: "imported_rows");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "ledger");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "objections");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "procedure_acts");

            migrationBuilder.DropTable(
                name: "register_changes");

            migrationBuilder.DropTable(
                name: "register_rows");

            migrationBuilder.DropTable(
                name: "register_version");

            migrationBuilder.DropTable(
                name: "results");

            migrationBuilder.DropTable(
                name: "risks");

            migrationBuilder.DropTable(
                name: "sheet_acts");

            migrationBuilder.DropTable(
                name: "sheet_dues");

            migrationBuilder.DropTable(
                name: "sheets");

            migrationBuilder.DropTable(
                name: "signing_keys");

            migrationBuilder.DropTable(
                name: "source_reports");

            migrationBuilder.DropTable(
                name: "files");
        }
    }
}
