using System.Security.Cryptography;
using System.Text;
using Assessment.ServiceDefaults.Townships;
using Assessment.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Testing.Hosts;

/// <summary>
/// A service's database at its newest migration, to be copied. Who sees which rows is not part of it: the service says
/// that at each start, as on any other database.
/// </summary>
public static class MigratedDatabase
{
    public static DatabaseTemplate Of<TDb>()
        where TDb : DbContext => new(NameOf<TDb>(), MigrateAsync<TDb>);

    /// <summary>Another set of migrations is another template.</summary>
    private static string NameOf<TDb>()
        where TDb : DbContext
    {
        // Nobody connects: the migrations are those of the assembly.
        using var services = ServicesFor<TDb>("Host=nowhere");
        using var scope = services.CreateScope();
        var migrations = scope.ServiceProvider.GetRequiredService<TDb>().Database.GetMigrations();
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', migrations)));
        return $"template-{typeof(TDb).Name}-{Convert.ToHexStringLower(digest)[..16]}";
    }

    private static async Task MigrateAsync<TDb>(
        string connectionString,
        CancellationToken cancellationToken
    )
        where TDb : DbContext
    {
        await using var services = ServicesFor<TDb>(connectionString);
        await using var scope = services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<TDb>()
            .Database.MigrateAsync(cancellationToken);
    }

    private static ServiceProvider ServicesFor<TDb>(string connectionString)
        where TDb : DbContext =>
        new ServiceCollection()
            .AddScoped<TownshipScope>()
            .AddDbContext<TDb>(options => options.UseNpgsql(connectionString))
            .BuildServiceProvider();
}
