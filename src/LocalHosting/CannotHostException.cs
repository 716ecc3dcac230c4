namespace Assessment.LocalHosting;

/// <summary>Something that the person at the machine must put right; told in one line, without a stack.</summary>
public sealed class CannotHostException(string message) : Exception(message);
