using Assessment.LocalServers;
using Microsoft.Extensions.Configuration;

namespace Assessment.AppHost.StandIns;

/// <summary><c>--without survey,hotline</c>: the services that the developer runs.</summary>
internal sealed class Without(IConfiguration configuration)
{
    private readonly HashSet<string> _wanted = new(
        (configuration["without"] ?? "").Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        ),
        StringComparer.Ordinal
    );
    private readonly List<string> _services = [];

    /// <summary>Asked once for each service of the deployment.</summary>
    public bool Has(string service)
    {
        _services.Add(service);
        return _wanted.Contains(service);
    }

    /// <exception cref="CannotStartException">A service is named that the deployment does not have.</exception>
    public void CheckNames()
    {
        if (_wanted.Except(_services).FirstOrDefault() is { } unknown)
        {
            throw new CannotStartException(
                $"没有名为“{unknown}”的服务，可以写：{string.Join("、", _services)}。"
            );
        }
    }
}
