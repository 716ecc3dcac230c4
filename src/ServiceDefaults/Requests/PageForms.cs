using Microsoft.AspNetCore.Http;

namespace Assessment.ServiceDefaults.Requests;

/// <summary>Forms of pages that are open to everybody, sent by a browser without script.</summary>
public static class PageForms
{
    private const char Nul = '\0';

    /// <summary>What no browser sends from our pages, and cannot be read or stored, counts as not filled in.</summary>
    public static async Task<IFormCollection> ReadPageFormAsync(
        this HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!request.HasFormContentType)
        {
            return FormCollection.Empty;
        }

        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return form.Any(field => field.Value.Any(value => value?.Contains(Nul) == true))
                ? FormCollection.Empty
                : form;
        }
        // A form that ends in the middle is an IOException; so is one that is too large, which has its own answer.
        catch (Exception unreadable)
            when (unreadable is InvalidDataException
                || unreadable is IOException and not BadHttpRequestException
            )
        {
            return FormCollection.Empty;
        }
    }
}
