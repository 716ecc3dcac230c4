using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Engine.Language;
using Assessment.Engine.Policies;

namespace Assessment.Engine.Policies;

/// <summary>政策: what every scheme of a district must keep to, as data. Made by <see cref="PolicyReader"/>.</summary>
public sealed class Policy
{
    internal Policy(
        string id,
        string title,
        PolicySource source,
        IReadOnlyList<PolicyRule> rules,
        IReadOnlyList<CitedRule> citations
    )
    {
        Id = id;
        Title = title;
        Source = source;
        Rules = rules;
        Citations = citations;
    }

    /// <summary>For example <c>shanghai-burden-relief</c>.</summary>
    public string Id { get; }

    public string Title { get; }

    public PolicySource Source { get; }

    /// <summary>What the rules quote of the source, with the rules' titles.</summary>
    public IReadOnlyList<CitedRule> Citations { get; }

    internal IReadOnlyList<PolicyRule> Rules { get; }
}

/// <summary>来源文件: the document that the rules quote.</summary>
/// <param name="File">In the policy file's folder, or a path from there.</param>
public sealed record PolicySource(string File, string Title);

/// <summary>依据: why a policy has a rule.</summary>
/// <param name="Title">How people call the rule, for example <c>群众评价占比</c>.</param>
/// <param name="Clause">Where the source says it; null where the project does not have the document.</param>
/// <param name="Quote">The clause's own words, letter for letter; null where there is no clause.</param>
/// <param name="Basis">What the rule rests on besides the quotation, or instead of it.</param>
/// <param name="Chosen">What the source leaves open, and was decided.</param>
public sealed record PolicyGround(
    string Title,
    string? Clause,
    string? Quote,
    string? Basis,
    string? Chosen
)
{
    internal PolicySeverity Severity { get; init; }
}

/// <summary>How strictly a rule holds.</summary>
[JsonConverter(typeof(PolicySeverityConverter))]
public enum PolicySeverity
{
    /// <summary>不得: a scheme that departs is sent back.</summary>
    Refuse,

    /// <summary>提醒: somebody is to look at it; the scheme may go on.</summary>
    Warn,
}

/// <summary>Written as in policy files: <c>refuse</c>, <c>warn</c>.</summary>
internal sealed class PolicySeverityConverter()
    : JsonStringEnumConverter<PolicySeverity>(JsonNamingPolicy.CamelCase);
