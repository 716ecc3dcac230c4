namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>A township's objects, and what would be right to say of them, so that calls get further than "not found".</summary>
/// <param name="Township">Whose they are.</param>
/// <param name="Values">
/// By the name of a field or a parameter, what would be right for it; by <c>cycles/id</c> for that of <c>/cycles/{id}</c>.
/// </param>
/// <param name="Bodies">By operation, bodies that would be right.</param>
/// <param name="Area">The area of the area's account.</param>
/// <param name="Department">The department of the scorer's account.</param>
/// <param name="Campaign">The campaign of the surveyor's account.</param>
/// <param name="Tables">Files that would be right to import.</param>
public sealed record KnownThings(
    string Township,
    IReadOnlyDictionary<string, string[]> Values,
    IReadOnlyDictionary<string, object[]>? Bodies = null,
    string? Area = null,
    string? Department = null,
    string? Campaign = null,
    IReadOnlyList<string>? Tables = null
);
