using System.Text.RegularExpressions;

namespace Assessment.Hotline.Feeds;

/// <summary>
/// 工单文件的输入绑定: what the sidecar reads from one source is one township's. The deployment says whose
/// (<c>Dapr:HotlineBindings</c>); the file cannot.
/// </summary>
/// <param name="Name">The component's name, which is the address as well.</param>
/// <param name="Township">The township's id.</param>
internal sealed partial record FeedBinding(string Name, string Township)
{
    private const string Section = "Dapr:HotlineBindings";

    /// <summary>How it is named in the imports' reports; no account's name holds a colon.</summary>
    public string Uploader => $"binding:{Name}";

    /// <exception cref="InvalidOperationException">A binding lacks its name or township, or two have the same name.</exception>
    public static IReadOnlyList<FeedBinding> Of(IConfiguration configuration)
    {
        var bindings = configuration.GetSection(Section).GetChildren().Select(Read).ToList();
        return
            bindings.CountBy(binding => binding.Name).FirstOrDefault(name => name.Value > 1).Key
                is { } twice
            ? throw new InvalidOperationException($"{Section} names '{twice}' more than once.")
            : bindings;
    }

    private static FeedBinding Read(IConfigurationSection one)
    {
        var name = one["Name"] ?? "";
        var township = one["Township"] ?? "";
        return ComponentName().IsMatch(name) && township.Trim() is { Length: > 0 and <= 64 }
            ? new FeedBinding(name, township.Trim())
            : throw new InvalidOperationException(
                $"{one.Path} must have the Name of a binding (small letters, digits and hyphens, up to 63) and the id of its Township."
            );
    }

    /// <summary>What Kubernetes takes as a component's name. It cannot be an address of anything else here: those have a slash.</summary>
    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ComponentName();
}
