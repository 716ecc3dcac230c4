using Assessment.Hotline.Tickets;

namespace Assessment.Hotline.ExclusionReview;

/// <summary>
/// 剔除审核: an exclusion is proposed with its reason, then agreed or refused. A decision may be reversed by a later one,
/// and a refused exclusion proposed again; each step stays in the history.
/// </summary>
public static class ExclusionWorkflow
{
    /// <summary>Takes the step on the ticket.</summary>
    /// <param name="reason">Needed to propose; when deciding, it may put the reason right.</param>
    /// <exception cref="ServiceDefaults.DomainExceptions.DomainException">
    /// The state of the review does not allow the step.
    /// </exception>
    public static void Step(Ticket ticket, Exclusion next, ExclusionReason? reason)
    {
        switch (next)
        {
            case Exclusion.Proposed when reason is null:
                throw new ExclusionNeedsReason();
            case Exclusion.Proposed when ticket.Exclusion is Exclusion.Proposed or Exclusion.Agreed:
                throw new ExclusionIsProposedAlready();
            case Exclusion.Agreed or Exclusion.Refused when ticket.Exclusion == Exclusion.None:
                throw new ExclusionMustBeProposedFirst();
            case Exclusion.Agreed or Exclusion.Refused when ticket.Exclusion == next:
                throw new ExclusionIsDecidedSoAlready();
            case Exclusion.None:
                throw new ExclusionStepIsUnknown();
        }

        ticket.Exclusion = next;
        ticket.ExclusionReason = reason ?? ticket.ExclusionReason;
        ticket.ExclusionProposedHere = next == Exclusion.Proposed;
        ticket.ExclusionDecidedHere = next != Exclusion.Proposed;
    }
}
