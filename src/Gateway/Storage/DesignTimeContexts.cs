using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Assessment.Gateway.Storage;

/// <summary>Lets <c>dotnet ef</c> write migrations without a running server.</summary>
internal sealed class PostgresAtDesignTime : IDesignTimeDbContextFactory<GatewayDb>
{
    public GatewayDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<GatewayDb>().UseNpgsql().Options);
}

/// <inheritdoc cref="PostgresAtDesignTime"/>
internal sealed class SqlServerAtDesignTime : IDesignTimeDbContextFactory<SqlServerGatewayDb>
{
    public SqlServerGatewayDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerGatewayDb>().UseSqlServer().Options);
}
