namespace Assessment.Engine.Language;

/// <summary>Where something stands in a file. Lines and columns count from 1.</summary>
public sealed record TextPlace(int Line, int Column);
