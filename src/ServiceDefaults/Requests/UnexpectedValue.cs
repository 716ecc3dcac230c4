using System.Text.Json;

namespace Assessment.ServiceDefaults.Requests;

/// <summary>A request holds a value that its record rules out.</summary>
/// <param name="within">The value's place in the object that <see cref="JsonException.Path"/> leads to.</param>
internal sealed class UnexpectedValue(string within) : JsonException($"{within} is not allowed.")
{
    public string Place => $"{Path}.{within}";
}
