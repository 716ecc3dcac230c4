namespace Assessment.ServiceDefaults.DomainExceptions;

/// <summary>
/// Recognises failures of something that the process depends on, such as its database: they are answered with a stable
/// code instead of an internal error.
/// </summary>
public interface IFailureClassifier
{
    /// <returns>Null where the failure is not one that this classifier knows.</returns>
    KnownFailure? Classify(Exception failure);
}

/// <summary>A failure with a stable code.</summary>
/// <param name="Status">HTTP status of the answer: 4xx where the request is at fault, 5xx where the dependency is.</param>
/// <param name="RetryAfter">When it is worth trying again; null where it never is.</param>
public sealed record KnownFailure(int Status, string Code, TimeSpan? RetryAfter);
