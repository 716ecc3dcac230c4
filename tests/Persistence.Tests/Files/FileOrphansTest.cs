using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using Assessment.Persistence.Files;
using Assessment.Persistence.Files.Orphans;
using Assessment.Persistence.Tests.Ops;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Persistence.Tests.Files;

public sealed class FileOrphansTest : IAsyncLifetime
{
    private readonly FailingCommit _commit = new();
    private SampleService _service = null!;
    private HttpClient _person = null!;

    public async Task InitializeAsync()
    {
        _service = await SampleService.StartAsync(build: builder =>
            builder.Services.ConfigureDbContext<SampleDb>(options =>
                options.AddInterceptors(_commit)
            )
        );
        _person = _service.Person();
    }

    public async Task DisposeAsync()
    {
        _person.Dispose();
        await _service.DisposeAsync();
    }

    /// <summary>As when the process dies between the two: the content is there, the row is not.</summary>
    [Fact]
    public async Task UploadThatEndsBeforeItsRow_IsFound_AndSweptAfterADay()
    {
        var kept = await _person.UploadAsync("kept"u8.ToArray());
        _commit.Fails = true;
        using (var failed = await _person.SendFileAsync("lost"u8.ToArray()))
        {
            Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        }

        _commit.Fails = false;

        var orphan = Assert.Single((await ReportAsync()).WithoutRow.Files);
        await SweepAsync(TimeSpan.FromHours(23));
        Assert.True(File.Exists(_service.PathOf("a", orphan.Id)));
        await SweepAsync(TimeSpan.FromHours(25));
        Assert.False(File.Exists(_service.PathOf("a", orphan.Id)));
        Assert.Equal("kept"u8.ToArray(), await _person.DownloadAsync(kept.Id));
    }

    [Fact]
    public async Task UnfinishedUpload_IsFound_AndSweptAfterADay()
    {
        await _person.UploadAsync("kept"u8.ToArray());
        var unfinished = _service.PathOf("a", Guid.NewGuid()) + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(unfinished)!);
        await File.WriteAllTextAsync(unfinished, "half");

        var orphan = Assert.Single((await ReportAsync()).WithoutRow.Files);
        Assert.Equal(4, orphan.Size);
        await SweepAsync(TimeSpan.FromHours(25));
        Assert.False(File.Exists(unfinished));
    }

    [Fact]
    public async Task FileOnWhichNothingRests_IsFoundAndSweptAfterAWeek_ButNotAnAttachedOne()
    {
        var waiting = await _person.UploadAsync("waiting"u8.ToArray());
        var attached = await _person.UploadAsync("attached"u8.ToArray());
        await _service.InAsync(
            "a",
            db =>
                db.Files.Where(file => file.Id == attached.Id)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(file => file.AttachedAt, DateTimeOffset.UtcNow)
                    )
        );

        await SweepAsync(TimeSpan.FromDays(6.9));
        Assert.True(File.Exists(_service.PathOf("a", waiting.Id)));
        Assert.Equal(
            [waiting.Id],
            (
                await OrphansAt(TimeSpan.FromDays(7.1)).ReportAsync(CancellationToken.None)
            ).Unattached.Files.Select(file => file.Id)
        );
        await SweepAsync(TimeSpan.FromDays(7.1));

        Assert.False(File.Exists(_service.PathOf("a", waiting.Id)));
        using var answer = await _person.GetAsync($"/api/sample/files/{waiting.Id}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("attached"u8.ToArray(), await _person.DownloadAsync(attached.Id));
    }

    [Fact]
    public async Task RowWithoutItsContent_IsFound_AndStays()
    {
        var file = await _person.UploadAsync("gone"u8.ToArray());
        File.Delete(_service.PathOf("a", file.Id));

        var report = await ReportAsync();
        await SweepAsync(TimeSpan.FromDays(2));

        Assert.Equal(file.Id, Assert.Single(report.WithoutContent.Files).Id);
        Assert.Equal(4, report.WithoutContent.Bytes);
        Assert.Single((await ReportAsync()).WithoutContent.Files);
    }

    /// <summary>A wrong or empty database must not cost anybody's evidence.</summary>
    [Fact]
    public async Task DatabaseThatKnowsNoFile_SweepsNothing()
    {
        var file = await _person.UploadAsync("kept"u8.ToArray());
        await _service.InAsync("a", db => db.Files.ExecuteDeleteAsync());

        await SweepAsync(TimeSpan.FromDays(30));

        Assert.True(File.Exists(_service.PathOf("a", file.Id)));
    }

    [Fact]
    public async Task FileOfAnother_UnderNoNameOfOurs_StaysAlone()
    {
        await _person.UploadAsync("kept"u8.ToArray());
        var other = Path.Combine(_service.FilesFolder, "lost+found");
        await File.WriteAllTextAsync(other, "x");

        await SweepAsync(TimeSpan.FromDays(30));

        Assert.True(File.Exists(other));
        Assert.Equal(0, (await ReportAsync()).WithoutRow.Count);
    }

    private async Task<OrphanReport> ReportAsync()
    {
        using var ops = _service.As(Roles.Ops);
        return (await ops.GetFromJsonAsync<OrphanReport>("/api/sample/ops/files"))!;
    }

    private Task SweepAsync(TimeSpan later) => OrphansAt(later).SweepAsync(CancellationToken.None);

    private FileOrphans OrphansAt(TimeSpan later) =>
        ActivatorUtilities.CreateInstance<FileOrphans>(_service.Services, new Later(later));

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }

    private sealed class FailingCommit : DbTransactionInterceptor
    {
        public bool Fails { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        ) =>
            Fails
                ? throw new InvalidOperationException("The process ends here.")
                : base.TransactionCommittingAsync(
                    transaction,
                    eventData,
                    result,
                    cancellationToken
                );
    }
}
