using System.Globalization;
using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Tests.Ops;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using Assessment.Testing.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Assessment.Persistence.Tests.Auditing;

/// <summary>The sample service's audit log: written as the services do, read and touched as an intruder would.</summary>
internal static class AuditedService
{
    public const string Township = "a";

    /// <summary>A note and its record in one save, as often as is said.</summary>
    public static async Task WriteAsync(
        this SampleService service,
        int entries,
        string township = Township
    )
    {
        for (var one = 1; one <= entries; one++)
        {
            var number = one;
            await service.InAsync(
                township,
                db =>
                {
                    db.Notes.Add(new Note { Text = $"便条{number}" });
                    db.Record(Change(number));
                    return db.SaveChangesAsync();
                }
            );
        }
    }

    public static AuditedChange Change(int number) =>
        new(
            "note.written",
            $"note:{number}",
            Reason: "试一试",
            Before: new { Value = number - 1 },
            After: new { Value = number, Word = "新“词”" }
        );

    public static async Task<List<AuditEntry>> EntriesAsync(
        this SampleService service,
        string township = Township
    ) =>
        await service.InAsync(
            township,
            db => db.Audit.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync()
        );

    /// <summary>What the platform's own check says of the township.</summary>
    public static async Task<ChainProblem?> ProblemAsync(this SampleService service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().EnterCrossTownship();
        var states = await scope
            .ServiceProvider.GetRequiredService<AuditReading>()
            .VerifyAsync(CancellationToken.None);
        return Assert.Single(states, state => state.Township == Township).Problem;
    }

    /// <summary>As a superuser who knows how to keep triggers quiet.</summary>
    public static async Task TouchAsync(this SampleService service, string sql)
    {
        await using var connection = new NpgsqlConnection(
            service.Services.GetRequiredService<IConfiguration>().GetConnectionString("sample-db")
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"SET session_replication_role = replica; {sql}",
            connection
        );
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<string> ExportAsync(this SampleService service)
    {
        using var leader = service.As(Roles.Leader, Township);
        return await leader.GetStringAsync("/api/sample/audit/export");
    }

    public static async Task<ExportReport> CheckAsync(string export)
    {
        using var text = new StringReader(export);
        return await ExportCheck.RunAsync(text, CancellationToken.None);
    }

    public static string Text(this long number) => number.ToString(CultureInfo.InvariantCulture);
}
