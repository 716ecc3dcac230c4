using Assessment.Persistence.Failures;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.Testing.Servers;
using Npgsql;
using Xunit;

namespace Assessment.Persistence.Tests.Storage;

/// <summary>What the database cannot hold lies with whoever sent it; that the database cannot be asked does not.</summary>
public sealed class UnstorableValueTest
{
    [Theory]
    [InlineData("INSERT INTO things VALUES ('12345', 1)", true)]
    [InlineData("INSERT INTO things VALUES ('1', 12345)", true)]
    [InlineData("INSERT INTO things VALUES ('1', 99999999999999999999::int)", true)]
    [InlineData("INSERT INTO no_such_table VALUES (1)", false)]
    [InlineData("INSERT INTO things VALUES (NULL, 1)", false)]
    [InlineData("SELECT 1 / 0", false)]
    public async Task Statement_FailsForItsValuesOrForAnotherReason(string sql, bool isUnstorable)
    {
        await using var source = NpgsqlDataSource.Create(await TestServers.CreateDatabaseAsync());
        await using var create = source.CreateCommand(
            "CREATE TABLE things (name varchar(4) NOT NULL, number numeric(4,1))"
        );
        await create.ExecuteNonQueryAsync();

        await using var command = source.CreateCommand(sql);
        var failure = await Assert.ThrowsAsync<PostgresException>(() =>
            command.ExecuteNonQueryAsync()
        );

        Assert.Equal(isUnstorable, UnstorableValue.IsCauseOf(Around(failure)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xD800)]
    public async Task CharacterThatIsNone_FailsForItsValue(int character)
    {
        await using var source = NpgsqlDataSource.Create(await TestServers.CreateDatabaseAsync());
        await using var command = source.CreateCommand("SELECT @text");
        command.Parameters.AddWithValue("text", $"a{(char)character}");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => command.ExecuteScalarAsync());

        Assert.True(UnstorableValue.IsCauseOf(Around(failure)), failure.ToString());
    }

    private static InvalidOperationException Around(Exception failure) => new("around", failure);
}
