using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Assessment.Testing.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Assessment.Persistence.Tests.Storage;

/// <summary>The database itself keeps the townships apart: here with the filter switched off and with SQL of our own.</summary>
public sealed class RowLevelSecurityTest : IAsyncLifetime
{
    private const string AllTexts = """SELECT "Text" AS "Value" FROM "Notes" ORDER BY "Text" """;
    private SampleService _service = null!;

    public async Task InitializeAsync()
    {
        _service = await SampleService.StartAsync();
        foreach (var (township, text) in new[] { ("a", "甲"), ("b", "乙") })
        {
            await _service.InAsync(
                township,
                db =>
                {
                    db.Notes.Add(new Note { Text = text });
                    return db.SaveChangesAsync();
                }
            );
        }
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task FilterSwitchedOff_ShowsTheOwnRowsOnly()
    {
        Assert.Equal(
            ["甲"],
            await _service.InAsync(
                "a",
                db =>
                    db.Notes.IgnoreQueryFilters([ServiceDb.TownshipFilter])
                        .Select(note => note.Text)
                        .ToListAsync()
            )
        );
    }

    [Fact]
    public async Task OwnSql_ShowsTheOwnRowsOnly()
    {
        Assert.Equal(["甲"], await _service.InAsync("a", db => TextsAsync(db)));
        Assert.Equal(["乙"], await _service.InAsync("b", db => TextsAsync(db)));
    }

    [Fact]
    public async Task OwnSql_CanNeitherWriteNorChangeNorDeleteAnothersRows()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            _service.InAsync(
                "a",
                db =>
                    db.Database.ExecuteSqlRawAsync(
                        """INSERT INTO "Notes" ("Township", "Text") VALUES ('b', '假')"""
                    )
            )
        );

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Equal(
            0,
            await _service.InAsync(
                "a",
                db =>
                    db.Database.ExecuteSqlRawAsync(
                        """UPDATE "Notes" SET "Text" = '改' WHERE "Township" = 'b'"""
                    )
            )
        );
        Assert.Equal(
            0,
            await _service.InAsync(
                "a",
                db =>
                    db.Database.ExecuteSqlRawAsync("""DELETE FROM "Notes" WHERE "Township" = 'b'""")
            )
        );
        Assert.Equal(["乙"], await _service.NotesAsync("b"));
    }

    [Fact]
    public async Task WithoutATownship_NothingIsShown()
    {
        await using var scope = _service.Services.CreateAsyncScope();

        Assert.Empty(await TextsAsync(scope.ServiceProvider.GetRequiredService<SampleDb>()));
    }

    [Fact]
    public async Task ScopeThatIsCrossTownship_SeesAllUntilItEntersOne()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var township = scope.ServiceProvider.GetRequiredService<TownshipScope>();
        var db = scope.ServiceProvider.GetRequiredService<SampleDb>();
        Assert.Throws<InvalidOperationException>(() => db.OfEveryTownship(db.Notes));

        township.EnterCrossTownship();
        Assert.Equal(2, (await TextsAsync(db)).Count);
        Assert.Equal(2, await db.OfEveryTownship(db.Notes).CountAsync());

        township.Enter("b");
        Assert.Equal(["乙"], await TextsAsync(db));
        Assert.Throws<InvalidOperationException>(() => db.OfEveryTownship(db.Notes));
        Assert.Throws<InvalidOperationException>(township.EnterCrossTownship);
    }

    [Fact]
    public async Task ScopeOfTheDeployment_SeesAndWritesNoTownshipsRows()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var township = scope.ServiceProvider.GetRequiredService<TownshipScope>();
        var db = scope.ServiceProvider.GetRequiredService<SampleDb>();

        township.EnterDeployment();

        Assert.Empty(await TextsAsync(db));
        Assert.Throws<InvalidOperationException>(() => township.Enter("b"));
        db.Notes.Add(new Note { Text = "丙" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Equal(["乙"], await _service.NotesAsync("b"));
    }

    [Fact]
    public async Task PooledConnection_RemembersNoTownship()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(["甲"], await _service.InAsync("a", db => TextsAsync(db)));
            Assert.Equal(["乙"], await _service.InAsync("b", db => TextsAsync(db)));
        }
    }

    private static Task<List<string>> TextsAsync(SampleDb db) =>
        db.Database.SqlQueryRaw<string>(AllTexts).ToListAsync();
}
