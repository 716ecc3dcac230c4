using Assessment.Persistence.Auditing;
using Assessment.Testing.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Assessment.Persistence.Tests.Auditing;

/// <summary>What is recorded becomes one chain without gaps for each township, whoever writes at the same time.</summary>
public sealed class AuditChainTest : IAsyncLifetime
{
    private SampleService _service = null!;

    public async Task InitializeAsync() => _service = await SampleService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task ManyWritersAtOnce_MakeOneChainWithoutGaps_ForEachTownship()
    {
        const int writers = 8;
        const int each = 15;

        await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .SelectMany(_ => new[] { "a", "b" })
                .Select(township => _service.WriteAsync(each, township))
        );

        foreach (var township in new[] { "a", "b" })
        {
            var entries = await _service.EntriesAsync(township);
            Assert.Equal(
                Enumerable.Range(1, writers * each).Select(one => (long)one),
                entries.Select(entry => entry.Sequence)
            );
            Assert.Equal(writers * each, (await _service.NotesAsync(township)).Count);
        }

        Assert.Null(await _service.ProblemAsync());
    }

    [Fact]
    public async Task WritersThatHoldEachOthersRows_DoNotWaitForEachOther()
    {
        await _service.WriteAsync(2);
        var ids = await _service.InAsync(
            "a",
            db => db.Notes.OrderBy(note => note.Id).Select(note => note.Id).ToListAsync()
        );
        var first = new TaskCompletionSource();

        // Records first and changes a row that the other holds by then: with the chain locked early, neither would end.
        var one = _service.InAsync(
            "a",
            async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Record(AuditedService.Change(3));
                await db.SaveChangesAsync();
                first.SetResult();
                await ChangeAsync(db, ids[0]);
                await transaction.CommitAsync();
                return 0;
            }
        );
        await first.Task;
        var other = _service.InAsync(
            "a",
            async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await ChangeAsync(db, ids[0]);
                db.Record(AuditedService.Change(4));
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return 0;
            }
        );
        await Task.WhenAll(one, other).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(4, (await _service.EntriesAsync()).Count);
        Assert.Null(await _service.ProblemAsync());
    }

    [Fact]
    public async Task TransactionThatIsRolledBack_LeavesNothing()
    {
        await _service.WriteAsync(1);
        await _service.InAsync(
            "a",
            async db =>
            {
                await using (var transaction = await db.Database.BeginTransactionAsync())
                {
                    db.Record(AuditedService.Change(2));
                    await db.SaveChangesAsync();
                    await transaction.RollbackAsync();
                }

                // Nor does it come along with what the same context does next.
                db.Record(AuditedService.Change(3));
                return await db.SaveChangesAsync();
            }
        );

        Assert.Equal(
            ["note:1", "note:3"],
            (await _service.EntriesAsync()).Select(entry => entry.Subject)
        );
        Assert.Null(await _service.ProblemAsync());
    }

    [Fact]
    public async Task SaveThatFails_LeavesNothing_AndIsRecordedWhenItIsTriedAgain()
    {
        await _service.WriteAsync(1);
        await _service.InAsync(
            "a",
            async db =>
            {
                var id = await db.Notes.Select(note => note.Id).SingleAsync();
                var note = new Note { Id = id, Text = "同号" };
                db.Notes.Add(note);
                db.Record(AuditedService.Change(2));
                await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
                Assert.Single(await _service.EntriesAsync());
                db.Entry(note).State = EntityState.Detached;
                return await db.SaveChangesAsync();
            }
        );

        Assert.Equal(2, (await _service.EntriesAsync()).Count);
    }

    [Fact]
    public async Task SeveralRecordsOfOneTransaction_StandInTheirOrder()
    {
        await _service.InAsync(
            "a",
            async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Record(AuditedService.Change(1));
                db.Record(AuditedService.Change(2));
                await db.SaveChangesAsync();
                db.Record(AuditedService.Change(3));
                await db.SaveChangesAsync();
                // Said after the last save: it belongs to the transaction all the same.
                db.Record(AuditedService.Change(4));
                await transaction.CommitAsync();
                return 0;
            }
        );

        Assert.Equal(
            ["note:1", "note:2", "note:3", "note:4"],
            (await _service.EntriesAsync()).Select(entry => entry.Subject)
        );
        Assert.Null(await _service.ProblemAsync());
    }

    [Fact]
    public async Task Entry_IsWrittenOnce_InTheContextAndInTheDatabase()
    {
        await _service.WriteAsync(1);

        await _service.InAsync(
            "a",
            async db =>
            {
                db.Remove(await db.Audit.SingleAsync());
                await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
                var refused = await Assert.ThrowsAsync<PostgresException>(() =>
                    db.Audit.ExecuteUpdateAsync(set =>
                        set.SetProperty(entry => entry.Who, "nobody")
                    )
                );
                Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
                await Assert.ThrowsAsync<PostgresException>(() => db.Audit.ExecuteDeleteAsync());
                return 0;
            }
        );
    }

    [Fact]
    public async Task WithoutATownship_NothingIsRecorded()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SampleDb>();

        Assert.Throws<InvalidOperationException>(() => db.Record(AuditedService.Change(1)));
    }

    private static Task<int> ChangeAsync(SampleDb db, int note) =>
        db
            .Notes.Where(row => row.Id == note)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, "改"));
}
