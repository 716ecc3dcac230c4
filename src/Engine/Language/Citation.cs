namespace Assessment.Engine.Language;

/// <summary>出处: where in the source document a rule comes from, and what the project chose where the document is silent.</summary>
/// <param name="Clause">The clause, for example <c>五（一）</c>.</param>
/// <param name="Quote">The clause's own words, letter for letter.</param>
/// <param name="Chosen">What was chosen, because the document is silent or can be read in several ways.</param>
public sealed record Citation(string Clause, string Quote, string? Chosen);

/// <summary>来源文件: the document that a scheme puts into rules.</summary>
/// <param name="Date">Null where the document has none.</param>
public sealed record SchemeSource(string File, string Title, string Issuer, DateOnly? Date);
