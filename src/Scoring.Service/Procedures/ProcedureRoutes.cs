using Assessment.Scoring.Procedures.Cancelling;
using Assessment.Scoring.Procedures.Corrections;
using Assessment.Scoring.Procedures.Decisions;
using Assessment.Scoring.Procedures.Finals;
using Assessment.Scoring.Procedures.Freezing;
using Assessment.Scoring.Procedures.Moves;
using Assessment.Scoring.Procedures.Objections;
using Assessment.Scoring.Procedures.Proposals;
using Assessment.Scoring.Procedures.Publicity;
using Assessment.Scoring.Procedures.Views;

namespace Assessment.Scoring.Procedures;

/// <summary>程序: from the calculated to the final result. The addresses, in the order in which a cycle comes by them.</summary>
public static class ProcedureRoutes
{
    public static void MapProcedure(this IEndpointRouteBuilder app)
    {
        var procedure = app.MapGroup("/api/scoring/cycles/{id:guid}/procedure")
            .WithTags("procedure");
        procedure.MapProcedureViews();
        procedure.MapFreezing();
        procedure.MapProposals();
        procedure.MapPublicity();
        procedure.MapDecisions();
        procedure.MapFinal();
        procedure.MapObjections();
        procedure.MapCorrections();
        procedure.MapVersions();
        app.MapCancelling();
    }
}
