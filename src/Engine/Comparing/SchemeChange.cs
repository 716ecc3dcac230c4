namespace Assessment.Engine.Comparing;

/// <summary>A rule that two versions of a scheme have differently.</summary>
/// <param name="Path">Its place in the scheme, for example <c>areas/items/G/items/G1</c>.</param>
/// <param name="Title">How people call it.</param>
/// <param name="Clause">Null where the place has none.</param>
/// <param name="IsRemoved">Whether it is only in the first version.</param>
internal sealed record SchemeChange(string Path, string Title, string? Clause, bool IsRemoved);
