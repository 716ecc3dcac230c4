namespace Assessment.Engine.Policies;

/// <summary>What the check of a scheme against a policy found.</summary>
/// <param name="Departures">In the order of the scheme file; empty where the scheme keeps to the policy.</param>
/// <param name="Applied">Titles of the rules that the scheme was held against.</param>
/// <param name="NotApplicable">Titles of the rules about something that the scheme does not have.</param>
public sealed record PolicyReport(
    IReadOnlyList<PolicyDeparture> Departures,
    IReadOnlyList<string> Applied,
    IReadOnlyList<string> NotApplicable
);
