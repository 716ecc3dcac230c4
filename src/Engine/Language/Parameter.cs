namespace Assessment.Engine.Language;

/// <summary>参数: a named number of a scheme, so that a choice can be found, compared and changed in one place.</summary>
/// <param name="Text">The value as the scheme's author wrote it, for example <c>30%</c>.</param>
/// <param name="Since">The year from which the value holds; null where it is not dated.</param>
public sealed record Parameter(
    string Id,
    string Title,
    decimal Value,
    string Text,
    string? Unit,
    int? Since,
    Citation Citation
);
