using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Http;

namespace Assessment.Persistence.Failures;

/// <summary>What the database refuses, or cannot do for now, as answers with a stable code.</summary>
internal sealed class DatabaseFailures : IFailureClassifier
{
    private static readonly KnownFailure Unstorable = new(
        StatusCodes.Status400BadRequest,
        "malformed-request",
        RetryAfter: null
    );

    public KnownFailure? Classify(Exception failure)
    {
        if (UnstorableValue.IsCauseOf(failure))
        {
            return Unstorable;
        }

        return StorageFailure.Of(failure) is { } storage
            ? new KnownFailure(
                StatusCodes.Status503ServiceUnavailable,
                storage.Code,
                storage.RetryAfter
            )
            : null;
    }
}
