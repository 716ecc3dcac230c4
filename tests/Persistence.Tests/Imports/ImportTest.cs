using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text;
using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Persistence.Tests.Imports;

public sealed class ImportTest : IAsyncLifetime
{
    private SampleService _service = null!;

    public async Task InitializeAsync() => _service = await SampleService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task FileWithABadRow_TakesTheRestIn_AndNamesThePlace()
    {
        var report = await ImportAsync("text\n一\n坏\n二\n");

        Assert.Equal("completed", report.Status);
        Assert.Equal(3, report.Rows);
        Assert.Equal(2, report.Counts["accepted"]);
        Assert.Equal(1, report.Counts["badNote"]);
        var problem = Assert.Single(report.Problems);
        Assert.Equal((3, "text", "badNote"), (problem.Line, problem.Column, problem.Code));
        Assert.Equal(["一", "二"], await _service.NotesAsync("a"));
    }

    [Fact]
    public async Task SameFileTwice_ChangesNothing()
    {
        var first = await ImportAsync("text\n一\n坏\n");
        var second = await ImportAsync("text\n一\n坏\n");

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.Counts, second.Counts);
        Assert.Equal(["一"], await _service.NotesAsync("a"));
    }

    [Fact]
    public async Task FileWithoutTheColumns_IsRefusedWhole_NamingThem()
    {
        var report = await ImportAsync("other\n一\n");

        Assert.Equal("refused", report.Status);
        Assert.Equal("import-file-lacks-columns", report.Error!.Code);
        Assert.Contains("text", report.Error.Message, StringComparison.Ordinal);
    }

    /// <summary>A workbook can say any character by its number; begun again, its import would fail for ever.</summary>
    [Theory]
    [InlineData("_x0000_")]
    [InlineData("_xD800_")]
    public async Task FileWithWhatNoDatabaseStores_IsRefusedWhole(string character)
    {
        var report = await ImportAsync(
            WorkbookWriter.Write(
                new Sheet(
                    "表",
                    ["text"],
                    [
                        ["一"],
                        [$"二{character}"],
                    ]
                )
            )
        );

        Assert.Equal("refused", report.Status);
        Assert.Equal("import-file-cannot-be-stored", report.Error!.Code);
        Assert.Empty(await _service.NotesAsync("a"));
    }

    [Fact]
    public async Task ImportWhoseWorkerDied_IsBegunAgain()
    {
        var id = Guid.NewGuid();
        await _service.InAsync(
            "a",
            db =>
            {
                db.Imports.Add(
                    new ImportJob
                    {
                        Id = id,
                        Kind = "notes",
                        Content = Encoding.UTF8.GetBytes("text\n一\n"),
                        Status = ImportStatus.Running,
                        ClaimedUntil = DateTimeOffset.UtcNow.AddSeconds(-1),
                    }
                );
                return db.SaveChangesAsync();
            }
        );

        await Eventually.HoldsAsync(() =>
            _service.InAsync(
                "a",
                db =>
                    db.Imports.AnyAsync(job => job.Id == id && job.Status == ImportStatus.Completed)
            )
        );
        Assert.Equal(["一"], await _service.NotesAsync("a"));
    }

    [Fact]
    public async Task Kinds_AreDescribedInWordsWithTheirColumns()
    {
        using var http = Administrator();

        var kinds = await http.GetFromJsonAsync<List<ImportKind>>("/api/sample/imports/kinds");

        var notes = Assert.Single(kinds!);
        Assert.Equal(
            ("notes", "便条", "随手记的。", false),
            (notes.Kind, notes.Title, notes.About, notes.ForCycle)
        );
        Assert.Equal(
            [
                new ImportColumn("text", "内容", "“坏”以外的字"),
                new ImportColumn("remark", "备注", "可以为空", Required: false),
            ],
            notes.Columns
        );
    }

    private Task<ImportReport> ImportAsync(string text) =>
        ImportAsync(Encoding.UTF8.GetBytes(text));

    private async Task<ImportReport> ImportAsync(byte[] content)
    {
        using var http = Administrator();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content), "file", "notes.csv" },
        };
        using var answer = await http.PostAsync("/api/sample/imports/notes", form);
        var report = (
            await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ImportReport>()
        )!;
        await Eventually.HoldsAsync(async () =>
        {
            report = (
                await http.GetFromJsonAsync<ImportReport>($"/api/sample/imports/{report.Id}")
            )!;
            return report.Status is "completed" or "refused";
        });
        return report;
    }

    private HttpClient Administrator()
    {
        var http = new HttpClient { BaseAddress = _service.Address };
        var ticket = _service
            .Services.GetRequiredService<ServiceTickets>()
            .Mint(
                [
                    new Claim(CallerClaims.Subject, "1"),
                    new Claim(CallerClaims.Name, "admin"),
                    new Claim(CallerClaims.Role, Roles.TownshipAdministrator),
                    new Claim(CallerClaims.Township, "a"),
                ],
                TimeProvider.System.GetUtcNow()
            );
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ticket);
        return http;
    }
}
