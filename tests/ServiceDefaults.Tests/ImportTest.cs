using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text;
using Assessment.ServiceDefaults.Imports;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.ServiceDefaults.Tests;

public sealed class ImportTest : IAsyncLifetime
{
    private SampleService _service = null!;

    public async Task InitializeAsync() =>
        _service = await SampleService.StartAsync(await TestServers.CreateVirtualHostAsync());

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

    [Fact]
    public async Task ImportWhoseWorkerDied_IsBegunAnew()
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

    private async Task<ImportReport> ImportAsync(string text)
    {
        using var http = new HttpClient { BaseAddress = _service.Address };
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
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "notes.csv" },
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
}
