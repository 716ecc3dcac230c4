using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Assessment.ServiceDefaults.DomainExceptions;

/// <summary>
/// Writes problem details whatever the client says that it accepts. The framework's own writer writes nothing to somebody
/// who asked for a workbook, and a refusal without an answer becomes a failure.
/// </summary>
internal sealed class ProblemWriter(
    IOptions<ProblemDetailsOptions> options,
    IOptions<JsonOptions> json
) : IProblemDetailsWriter
{
    private const string ContentType = "application/problem+json";

    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        var details = context.ProblemDetails;
        details.Status ??= response.StatusCode;
        details.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
        options.Value.CustomizeProblemDetails?.Invoke(context);
        return new(
            response.WriteAsJsonAsync(
                details,
                details.GetType(),
                json.Value.SerializerOptions,
                ContentType,
                context.HttpContext.RequestAborted
            )
        );
    }
}
