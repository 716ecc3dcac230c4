namespace Assessment.Testing.Hosts.Permissions;

/// <summary>A township's objects, for the addresses that name one.</summary>
/// <param name="Township">Whose they are.</param>
/// <param name="Addresses">For each route with parameters, the address of an object of the township.</param>
/// <param name="Marks">Texts that occur in answers about the township's objects and nowhere else.</param>
/// <param name="Area">The area of the area's account.</param>
/// <param name="Campaign">The campaign of the surveyor's account.</param>
/// <param name="Bodies">For each route that changes an object, what would be a good request in the object's own township.</param>
public sealed record Objects(
    string Township,
    IReadOnlyDictionary<string, string> Addresses,
    IReadOnlyList<string> Marks,
    string Area = "a1",
    string? Campaign = null,
    IReadOnlyDictionary<string, object>? Bodies = null
)
{
    /// <exception cref="InvalidOperationException">The route names an object, and the test has none.</exception>
    public string AddressOf(string route) =>
        Addresses.TryGetValue(route, out var address) ? address
        : !route.Contains('{', StringComparison.Ordinal) ? route
        : throw new InvalidOperationException(
            $"The route {route} names an object: give the permissions' test one of the township."
        );
}
