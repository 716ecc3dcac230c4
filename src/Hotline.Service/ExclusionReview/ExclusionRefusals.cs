using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Hotline.ExclusionReview;

public sealed class ExclusionNeedsReason() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class ExclusionNoteIsTooLong() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class ExclusionStepIsUnknown() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class ExclusionMustBeProposedFirst() : Refusal(StatusCodes.Status409Conflict);

public sealed class ExclusionIsProposedAlready() : Refusal(StatusCodes.Status409Conflict);

public sealed class ExclusionIsDecidedSoAlready() : Refusal(StatusCodes.Status409Conflict);
