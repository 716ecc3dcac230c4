namespace Assessment.Engine.Language;

/// <summary>A position in a file. Lines and columns count from 1.</summary>
public sealed record TextPlace(int Line, int Column);
