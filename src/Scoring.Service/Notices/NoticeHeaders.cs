namespace Assessment.Scoring.Notices;

/// <summary>A notice begins and ends by the day, so nothing keeps it; it loads its own style and nothing else.</summary>
internal static class NoticeHeaders
{
    public static ValueTask<object?> SetAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
