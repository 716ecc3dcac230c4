using Assessment.Persistence.Auditing;
using Assessment.Persistence.Failures;
using Assessment.Persistence.Messaging;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Townships;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Assessment.Persistence.Storage;

/// <summary>
/// Chooses the database by configuration (<c>Storage:Provider</c>: <c>postgres</c>, the default, or <c>sqlserver</c>).
/// Each provider has migrations of its own, so each has a context type of its own; the rest of the service knows only the first.
/// </summary>
public static class StorageRegistration
{
    /// <typeparam name="TDb">The context that the service uses, with the PostgreSQL migrations.</typeparam>
    /// <typeparam name="TSqlServerDb">The same model with the SQL Server migrations.</typeparam>
    public static void AddStorage<TDb, TSqlServerDb>(
        this WebApplicationBuilder builder,
        string connectionName
    )
        where TDb : DbContext
        where TSqlServerDb : TDb
    {
        var connection = builder.Configuration.GetConnectionString(connectionName);
        builder.Services.AddSingleton<IFailureClassifier, DatabaseFailures>();
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces =>
            traces.AddNpgsql().AddSqlClientInstrumentation()
        );
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics =>
            metrics.AddNpgsqlInstrumentation().AddSqlClientInstrumentation()
        );
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<OutboxWakeUp>();
        builder.Services.AddSingleton<RowLevelSecurity>();
        builder.Services.AddSingleton<TownshipOfConnection>();
        builder.Services.AddScoped<AuditSealing>();
        builder.Services.AddScoped(services => new AuditReading(
            services.GetRequiredService<TDb>(),
            services.GetRequiredService<ThisService>()
        ));
        switch (builder.Configuration["Storage:Provider"] ?? "postgres")
        {
            case "postgres":
                builder.Services.AddDbContext<TDb>(
                    (services, options) =>
                        options
                            .UseNpgsql(connection, npgsql => npgsql.CommandTimeout(60))
                            .AddInterceptors(
                                services.GetRequiredService<OutboxWakeUp>(),
                                services.GetRequiredService<TownshipOfConnection>(),
                                services.GetRequiredService<AuditSealing>()
                            )
                );
                break;
            case "sqlserver":
                builder.Services.AddDbContext<TDb, TSqlServerDb>(
                    (services, options) =>
                        options
                            .UseSqlServer(connection, sqlServer => sqlServer.CommandTimeout(60))
                            .AddInterceptors(
                                services.GetRequiredService<OutboxWakeUp>(),
                                services.GetRequiredService<AuditSealing>()
                            )
                );
                break;
            case var other:
                throw new InvalidOperationException(
                    $"Storage:Provider is '{other}'; it must be 'postgres' or 'sqlserver'."
                );
        }

        if (typeof(ServiceDb).IsAssignableFrom(typeof(TDb)))
        {
            builder.Services.AddScoped(services =>
                (ServiceDb)(DbContext)services.GetRequiredService<TDb>()
            );
        }

        builder.Services.AddHostedService<MigrateAtStart<TDb>>();
        builder
            .Services.AddHealthChecks()
            .AddCheck<DatabaseAnswers<TDb>>("database", tags: ["ready"]);
    }
}

/// <summary>Brings the database up to date before the service takes requests; concurrent starts wait for each other.</summary>
internal sealed partial class MigrateAtStart<TDb>(
    IServiceScopeFactory scopes,
    RowLevelSecurity rows,
    ILogger<MigrateAtStart<TDb>> log
) : IHostedLifecycleService
    where TDb : DbContext
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        // A migration may move rows of every township.
        scope.ServiceProvider.GetRequiredService<TownshipScope>().EnterCrossTownship();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken))
        {
            // Or a first start would log as a failure that the table of migrations is not there yet.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        // Before connections take on a role that may only read and write rows.
        await AuditTables.ProtectAsync(db, cancellationToken);
        if (db is ServiceDb service)
        {
            await rows.ApplyAsync(service, cancellationToken);
        }

        LogMigrated();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "The database is at its newest migration")]
    private partial void LogMigrated();
}

internal sealed class DatabaseAnswers<TDb>(TDb db) : IHealthCheck
    where TDb : DbContext
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
}
