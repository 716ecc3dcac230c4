namespace Assessment.Gateway.OutsideProvider;

/// <summary>
/// 外部登录: another organisation's sign-in by OAuth 2.0 (such as a government's unified identity service), which says
/// who somebody is. What an account may do stays here.
/// </summary>
public sealed record OutsideProvider
{
    public const string Section = "SignIn:Provider";

    /// <summary>As people know it; without it there is no outside provider.</summary>
    public string? Name { get; init; }

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    public string AuthorizationEndpoint { get; init; } = "";

    public string TokenEndpoint { get; init; } = "";

    public string UserInformationEndpoint { get; init; } = "";

    /// <summary>The field of the user information that names somebody for good.</summary>
    public string SubjectField { get; init; } = "sub";

    /// <summary>Separated by blanks.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Whether it asks for a second factor itself, so that none is asked for here.</summary>
    public bool GivesSecondFactor { get; init; }

    public bool IsThere => !string.IsNullOrWhiteSpace(Name);
}
