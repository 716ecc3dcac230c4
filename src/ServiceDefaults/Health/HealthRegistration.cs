using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.ServiceDefaults.Health;

internal static class HealthRegistration
{
    /// <summary>How often health is checked (<c>Ops:Every</c>), where nothing is configured.</summary>
    private static readonly TimeSpan UsualEvery = TimeSpan.FromSeconds(15);

    /// <summary>A check that hangs counts as failed after this.</summary>
    private static readonly TimeSpan CheckLimit = TimeSpan.FromSeconds(5);

    /// <summary>The framework makes the checks every <c>Ops:Every</c>, and keeps what they find.</summary>
    public static void AddHealthMemory(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks();
        builder.Services.AddSingleton<HealthMemory>();
        builder.Services.AddSingleton<IHealthCheckPublisher>(services =>
            services.GetRequiredService<HealthMemory>()
        );
        var every = builder.Configuration.GetValue("Ops:Every", UsualEvery);
        builder.Services.Configure<HealthCheckPublisherOptions>(options =>
        {
            options.Delay = TimeSpan.FromSeconds(1);
            options.Period = every;
        });
        builder.Services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var check in options.Registrations)
            {
                if (check.Timeout == Timeout.InfiniteTimeSpan)
                {
                    check.Timeout = CheckLimit;
                }
            }
        });
    }
}
