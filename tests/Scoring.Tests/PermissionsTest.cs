using Assessment.Scoring.Storage;
using Assessment.Testing.Hosts.Permissions;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class PermissionsTest(ScoringHost host)
    : ServicePermissions<Program, ScoringDb>(host, "scoring")
{
    private static object Sheets =>
        new
        {
            sheets = new[] { new { department = "党建办" } },
            confirm = true,
            reason = "复核",
            incomplete = "其余不评",
        };

    private static object Proposals => new { confirm = true, proposals = Array.Empty<object>() };

    protected override async Task<Objects> PrepareAsync()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var file = await year.EvidenceAsync();
        await year.PostAsync(
            "/events",
            new
            {
                id = "e1",
                subject = "a1",
                rule = "honour",
                level = "city",
                date = "2024-09-01",
                files = new[] { file },
            }
        );
        var import = await year.UploadAsync("areas", "id,name\n"u8.ToArray());
        await year.CalculateAsync();
        await year.Procedure.UntilAsync(kind: null, CancellationToken.None);
        var notice = (string)(await year.GetAsync("/api/scoring/notices"))[0]!["notice"]!["id"]!;
        const string cycle = "/api/scoring/cycles/{id:guid}";
        var area = await new RegisterPages(year, cycle: null).RowAsync("areas", "a1");
        var row = $"/api/scoring/registers/areas/{area["id"]}";
        return new Objects(
            year.Township,
            new Dictionary<string, string>
            {
                [cycle] = year.Path,
                [$"{cycle}/calculate"] = $"{year.Path}/calculate",
                [$"{cycle}/start-scoring"] = $"{year.Path}/start-scoring",
                [$"{cycle}/cancel"] = $"{year.Path}/cancel",
                [$"{cycle}/cancel/agree"] = $"{year.Path}/cancel/agree",
                [$"{cycle}/cancel/decline"] = $"{year.Path}/cancel/decline",
                [$"{cycle}/archive"] = $"{year.Path}/archive",
                [$"{cycle}/unarchive"] = $"{year.Path}/unarchive",
                [$"{cycle}/procedure"] = $"{year.Path}/procedure",
                [$"{cycle}/procedure/standings"] = $"{year.Path}/procedure/standings",
                [$"{cycle}/procedure/freeze"] = $"{year.Path}/procedure/freeze",
                [$"{cycle}/procedure/proposals"] = $"{year.Path}/procedure/proposals",
                [$"{cycle}/procedure/proposals/accept"] = $"{year.Path}/procedure/proposals/accept",
                [$"{cycle}/procedure/proposals/return"] = $"{year.Path}/procedure/proposals/return",
                [$"{cycle}/procedure/proposals/change"] = $"{year.Path}/procedure/proposals/change",
                [$"{cycle}/procedure/publicity"] = $"{year.Path}/procedure/publicity",
                [$"{cycle}/procedure/publicity/withdraw"] =
                    $"{year.Path}/procedure/publicity/withdraw",
                [$"{cycle}/procedure/decision/preview"] = $"{year.Path}/procedure/decision/preview",
                [$"{cycle}/procedure/decision"] = $"{year.Path}/procedure/decision",
                [$"{cycle}/procedure/final"] = $"{year.Path}/procedure/final",
                [$"{cycle}/procedure/step"] = $"{year.Path}/procedure/step",
                [$"{cycle}/procedure/objections"] = $"{year.Path}/procedure/objections",
                [$"{cycle}/procedure/differences"] = $"{year.Path}/procedure/differences",
                [$"{cycle}/procedure/differences/preview"] =
                    $"{year.Path}/procedure/differences/preview",
                [$"{cycle}/procedure/correction"] = $"{year.Path}/procedure/correction",
                [$"{cycle}/procedure/correction/make"] = $"{year.Path}/procedure/correction/make",
                [$"{cycle}/procedure/correction/abandon"] =
                    $"{year.Path}/procedure/correction/abandon",
                [$"{cycle}/procedure/versions"] = $"{year.Path}/procedure/versions",
                [$"{cycle}/procedure/objections/{{number:int}}/withdraw"] =
                    $"{year.Path}/procedure/objections/1/withdraw",
                [$"{cycle}/procedure/objections/{{number:int}}/accept"] =
                    $"{year.Path}/procedure/objections/1/accept",
                [$"{cycle}/procedure/objections/{{number:int}}/finding"] =
                    $"{year.Path}/procedure/objections/1/finding",
                [$"{cycle}/procedure/objections/{{number:int}}/uphold"] =
                    $"{year.Path}/procedure/objections/1/uphold",
                [$"{cycle}/procedure/objections/{{number:int}}/refuse"] =
                    $"{year.Path}/procedure/objections/1/refuse",
                [$"{cycle}/procedure/objections/{{number:int}}/answer"] =
                    $"{year.Path}/procedure/objections/1/answer",
                [$"{cycle}/procedure/versions/{{number:int}}"] =
                    $"{year.Path}/procedure/versions/1",
                [$"{cycle}/procedure/versions/{{number:int}}/moves"] =
                    $"{year.Path}/procedure/versions/2/moves",
                [$"{cycle}/remove"] = $"{year.Path}/remove",
                [$"{cycle}/procedure/publicity/elapse"] = $"{year.Path}/procedure/publicity/elapse",
                [$"{cycle}/adjustments"] = $"{year.Path}/adjustments",
                [$"{cycle}/adjustments/{{number:int}}/approve"] =
                    $"{year.Path}/adjustments/1/approve",
                [$"{cycle}/adjustments/{{number:int}}/refuse"] =
                    $"{year.Path}/adjustments/1/refuse",
                [$"{cycle}/adjustments/{{number:int}}/withdraw"] =
                    $"{year.Path}/adjustments/1/withdraw",
                [$"{cycle}/sheets"] = $"{year.Path}/sheets",
                [$"{cycle}/sheets/cells"] =
                    $"{year.Path}/sheets/cells?department=%E5%85%9A%E5%BB%BA%E5%8A%9E",
                [$"{cycle}/sheets/submit"] = $"{year.Path}/sheets/submit",
                [$"{cycle}/sheets/sign"] = $"{year.Path}/sheets/sign",
                [$"{cycle}/sheets/return"] = $"{year.Path}/sheets/return",
                [$"{cycle}/sheets/reopen"] = $"{year.Path}/sheets/reopen",
                [$"{cycle}/sheets/due"] = $"{year.Path}/sheets/due",
                [$"{cycle}/sheets/signature"] = $"{year.Path}/sheets/signature",
                [$"{cycle}/sheets/template"] =
                    $"{year.Path}/sheets/template?department=%E5%85%9A%E5%BB%BA%E5%8A%9E",
                [$"{cycle}/sheets/file"] =
                    $"{year.Path}/sheets/file?department=%E5%85%9A%E5%BB%BA%E5%8A%9E",
                [$"{cycle}/scores"] = $"{year.Path}/scores",
                [$"{cycle}/scores/withdraw"] = $"{year.Path}/scores/withdraw",
                [$"{cycle}/facts"] = $"{year.Path}/facts",
                [$"{cycle}/events"] = $"{year.Path}/events",
                [$"{cycle}/events/{{number}}"] = $"{year.Path}/events/e1",
                [$"{cycle}/events/{{number}}/withdraw"] = $"{year.Path}/events/e1/withdraw",
                [$"{cycle}/events/form"] = $"{year.Path}/events/form",
                [$"{cycle}/events/check"] = $"{year.Path}/events/check",
                [$"{cycle}/events/approve"] = $"{year.Path}/events/approve",
                [$"{cycle}/events/refuse"] = $"{year.Path}/events/refuse",
                [$"{cycle}/risks"] = $"{year.Path}/risks",
                [$"{cycle}/risks/{{number}}/approve"] = $"{year.Path}/risks/R1/approve",
                [$"{cycle}/risks/{{number}}/refuse"] = $"{year.Path}/risks/R1/refuse",
                [$"{cycle}/results"] = $"{year.Path}/results",
                [$"{cycle}/results.xlsx"] = $"{year.Path}/results.xlsx",
                [$"{cycle}/results/facts.json"] = $"{year.Path}/results/facts.json",
                [$"{cycle}/results/{{subject}}/explanation"] =
                    $"{year.Path}/results/a1/explanation",
                ["/api/scoring/notices/{id:guid}"] = $"/api/scoring/notices/{notice}",
                ["/api/scoring/notices/{id:guid}/print"] = $"/api/scoring/notices/{notice}/print",
                ["/api/scoring/notices/{id:guid}/print/{area}"] =
                    $"/api/scoring/notices/{notice}/print/a1",
                ["/notices"] = $"/notices?township={year.Township}",
                ["/notices/{notice}"] = $"/notices/{notice}",
                ["/notices/{notice:guid}/objection"] = $"/notices/{notice}/objection",
                ["/notices/objections/{code}"] = "/notices/objections/unknown",
                [$"{cycle}/final-file"] = $"{year.Path}/final-file",
                ["/api/scoring/calendars/{year:int}"] = "/api/scoring/calendars/2049",
                [$"{cycle}/register-differences"] = $"{year.Path}/register-differences",
                [$"{cycle}/register-differences/take-over"] =
                    $"{year.Path}/register-differences/take-over",
                ["/api/scoring/registers/{register}"] = "/api/scoring/registers/areas",
                ["/api/scoring/registers/{register}/{row:guid}"] = row,
                ["/api/scoring/registers/{register}/{row:guid}/history"] = $"{row}/history",
                ["/api/scoring/registers/{register}/{row:guid}/end"] = $"{row}/end",
                ["/api/scoring/registers/{register}/{row:guid}/withdraw"] = $"{row}/withdraw",
                ["/api/scoring/registers/{register}/{row:guid}/reinstate"] = $"{row}/reinstate",
                ["/api/scoring/schemes/{id}"] = "/api/scoring/schemes/gaojing-2024",
                ["/api/scoring/files"] = $"/api/scoring/files?cycle={year.Cycle}",
                ["/api/scoring/files/{id:guid}"] = $"/api/scoring/files/{file}",
                ["/api/scoring/imports/{id:guid}"] = $"/api/scoring/imports/{import}",
                ["/api/scoring/imports/{id:guid}/undo"] = $"/api/scoring/imports/{import}/undo",
                ["/api/scoring/imports/{kind}/preview"] = "/api/scoring/imports/areas/preview",
                ["/api/scoring/imports/{kind}/template"] = "/api/scoring/imports/areas/template",
                ["/api/scoring/imports/{kind}"] = "/api/scoring/imports/areas",
            },
            [year.Cycle.ToString(), "甲居民区", "张三"],
            Bodies: new Dictionary<string, object>
            {
                ["/api/scoring/imports/{id:guid}/undo"] = new { reason = "误传" },
                ["/api/scoring/registers/{register}/{row:guid}"] = new
                {
                    values = RegisterPages.With(area),
                },
                [$"{cycle}/procedure/freeze"] = new { confirm = true },
                [$"{cycle}/procedure/proposals"] = Proposals,
                [$"{cycle}/procedure/proposals/change"] = Proposals,
                [$"{cycle}/procedure/publicity"] = new
                {
                    confirm = true,
                    first = "2030-01-01",
                    contact = "党建办",
                },
                [$"{cycle}/procedure/decision/preview"] = new { changes = Array.Empty<object>() },
                [$"{cycle}/procedure/decision"] = new
                {
                    confirm = true,
                    meeting = new
                    {
                        date = "2024-12-31",
                        body = "领导小组",
                        present = "全体",
                    },
                    changes = Array.Empty<object>(),
                },
                [$"{cycle}/procedure/final"] = new { confirm = true },
                [$"{cycle}/remove"] = new { confirm = true },
                [$"{cycle}/procedure/publicity/elapse"] = new { confirm = true },
                [$"{cycle}/procedure/objections"] = new
                {
                    matter = "grade",
                    subject = "a1",
                    text = "等次有误",
                },
                [$"{cycle}/procedure/objections/{{number:int}}/uphold"] = new { confirm = true },
                [$"{cycle}/procedure/correction"] = new { confirm = true, reason = "有误" },
                [$"{cycle}/procedure/correction/make"] = new { confirm = true, reason = "有误" },
                [$"{cycle}/adjustments/{{number:int}}/approve"] = new
                {
                    confirm = true,
                    meeting = new
                    {
                        date = "2024-01-02",
                        body = "班子会议",
                        present = "全体",
                    },
                },
                [$"{cycle}/cancel"] = new { confirm = true, reason = "有误" },
                [$"{cycle}/cancel/agree"] = new { confirm = true },
                [$"{cycle}/cancel/decline"] = new { reason = "不同意" },
                [$"{cycle}/unarchive"] = new { reason = "补办更正" },
                [$"{cycle}/sheets/cells"] = new
                {
                    department = "党建办",
                    cells = Array.Empty<object>(),
                },
                [$"{cycle}/sheets/submit"] = Sheets,
                [$"{cycle}/sheets/sign"] = Sheets,
                [$"{cycle}/sheets/return"] = Sheets,
                [$"{cycle}/sheets/reopen"] = Sheets,
                [$"{cycle}/sheets/due"] = new { dues = Array.Empty<object>() },
                [$"{cycle}/sheets/signature"] = new { needed = true, reason = "按惯例" },
                [$"{cycle}/scores"] = new
                {
                    area = "a1",
                    item = "R1.1",
                    department = "党建办",
                    score = 90,
                },
                [$"{cycle}/scores/withdraw"] = new
                {
                    area = "a1",
                    item = "R1.1",
                    department = "党建办",
                    reason = "有误",
                },
                [$"{cycle}/events"] = new
                {
                    id = "e2",
                    subject = "a1",
                    rule = "honour",
                    level = "city",
                    date = "2024-09-01",
                },
                [$"{cycle}/events/{{number}}"] = new
                {
                    subject = "a1",
                    rule = "honour",
                    level = "district",
                    date = "2024-09-01",
                    reason = "级别有误",
                },
                [$"{cycle}/events/{{number}}/withdraw"] = new { reason = "有误" },
                [$"{cycle}/events/check"] = new { events = Array.Empty<object>() },
                [$"{cycle}/events/approve"] = new { events = Array.Empty<object>() },
                [$"{cycle}/events/refuse"] = new
                {
                    number = "e1",
                    version = 1,
                    reason = "有误",
                },
                [$"{cycle}/risks"] = new
                {
                    subject = "a1",
                    rule = "honour",
                    filedOn = "2024-01-02",
                    description = "改革探索",
                },
                [$"{cycle}/risks/{{number}}/approve"] = new { confirm = true, on = "2024-01-03" },
                [$"{cycle}/risks/{{number}}/refuse"] = new { reason = "有误" },
                ["/api/scoring/calendars/{year:int}"] = CalendarEntryTest.Notice("2049-01-03"),
                ["/api/scoring/signing-keys"] = new { replaces = "" },
            }
        );
    }
}
