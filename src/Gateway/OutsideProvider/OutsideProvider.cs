namespace Assessment.Gateway.OutsideProvider;

/// <summary>
/// 外部登录: another organisation's sign-in by OpenID Connect (such as a government's unified identity service), which
/// says who somebody is. What an account may do stays here.
/// </summary>
public sealed record OutsideProvider
{
    public const string Section = "SignIn:Provider";

    /// <summary>As people know it; without it there is no outside provider.</summary>
    public string? Name { get; init; }

    /// <summary>Its issuer: the address before <c>/.well-known/openid-configuration</c>.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>The claim of the id token that names somebody for good.</summary>
    public string SubjectClaim { get; init; } = "sub";

    /// <summary>In addition to <c>openid</c>, separated by blanks.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Whether it asks for a second factor itself, so that none is asked for here.</summary>
    public bool GivesSecondFactor { get; init; }

    /// <summary>Only a provider on this machine may be asked without TLS, as tests do.</summary>
    public bool RequireHttps { get; init; } = true;

    public bool IsThere => !string.IsNullOrWhiteSpace(Name);

    /// <exception cref="InvalidOperationException">It cannot be signed in with, or not safely.</exception>
    public void MustBeUsable()
    {
        if (
            !Uri.TryCreate(Authority, UriKind.Absolute, out var address)
            || !IsSafe(address)
            || string.IsNullOrWhiteSpace(ClientId)
            || string.IsNullOrWhiteSpace(ClientSecret)
        )
        {
            throw new InvalidOperationException(
                $"{Section}: Authority (https), ClientId and ClientSecret must be configured."
            );
        }
    }

    private bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && !RequireHttps);
}
