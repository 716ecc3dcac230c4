using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.FinalFiles;

/// <summary>What is stored of the result no longer gives it: somebody changed the database.</summary>
public sealed class FinalFileMustGiveTheSameDigest()
    : DomainException(StatusCodes.Status409Conflict);

public sealed class CorrectionNeedsACause(int most)
    : DomainException(StatusCodes.Status422UnprocessableEntity, most);
