using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Hotline.ExclusionReview;

public sealed class ExclusionNeedsReason()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class ExclusionNoteIsTooLong()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class ExclusionStepIsUnknown()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class ExclusionMustBeProposedFirst() : DomainException(StatusCodes.Status409Conflict);

public sealed class ExclusionIsProposedAlready() : DomainException(StatusCodes.Status409Conflict);

public sealed class ExclusionIsDecidedSoAlready() : DomainException(StatusCodes.Status409Conflict);
