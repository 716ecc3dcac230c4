using System.Text.Json.Serialization.Metadata;

namespace Assessment.ServiceDefaults.Requests;

/// <summary>
/// What a request's record declares as never null must be given: a request without it is malformed (400), instead of
/// failing somewhere inside. Numbers and flags have their zero, as ever.
/// </summary>
internal static class RequiredParts
{
    public static void Require(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (
                property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false } part
                && !part.ParameterType.IsValueType
            )
            {
                property.IsRequired = true;
            }
        }
    }
}
