using Assessment.Scoring.Storage;
using Assessment.Testing.Hosts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Assessment.Benchmarks.Imports;

/// <summary>Scoring as it runs, on a PostgreSQL and a RabbitMQ of its own.</summary>
public sealed class ScoringUnderLoad() : RunningService<Program, ScoringDb>("scoring-db")
{
    protected override void Configure(IWebHostBuilder host) =>
        // Next to the program, which is no test project that would know where the service's sources are.
        host.UseContentRoot(AppContext.BaseDirectory)
            .UseSetting("Schemes:Folder", Path.Combine(AppContext.BaseDirectory, "schemes"))
            .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
}
