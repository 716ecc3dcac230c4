using System.Collections;
using System.Globalization;
using System.Text;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using QRCoder;

namespace Assessment.Gateway.QrCodes;

/// <param name="Addresses">Links with the address under which residents reach the platform.</param>
public sealed record QrCodesRequest(IReadOnlyList<string> Addresses);

/// <summary>A QR code (二维码) to be drawn as SVG.</summary>
/// <param name="Size">Width and height, with the quiet margin.</param>
/// <param name="Path">The dark squares, as the data of one SVG path.</param>
public sealed record QrCode(int Size, string Path);

/// <summary>
/// Draws issued links, of households and of invitations, for a sheet that is printed and handed out. The links come from whoever has just been given them
/// and are not kept.
/// </summary>
public static class QrCodesEndpoint
{
    private const int MostCodes = 500;
    private const int LongestAddress = 300;

    public static void MapQrCodes(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/qr-codes", Draw)
            .WithName("DrawQrCodes")
            .RecordsNothing("it draws what it is given and changes nothing")
            .WithTags("二维码")
            .WithSummary("把链接制成二维码，供打印分发；链接不保存")
            .RequireRoles(Roles.District, Roles.TownshipAdministrator)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Ok<List<QrCode>> Draw(QrCodesRequest request) =>
        request.Addresses is { Count: > 0 and <= MostCodes } addresses
        && addresses.All(address => address.Length is > 0 and <= LongestAddress)
            ? TypedResults.Ok(addresses.Select(CodeOf).ToList())
            : throw new QrCodesNeedAddresses(MostCodes, LongestAddress);

    private static QrCode CodeOf(string address)
    {
        // Medium correction: a fold or a stain on the paper does no harm.
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            AppendRow(path, row, code.ModuleMatrix[row]);
        }

        return new QrCode(code.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>Neighbours are drawn as one: fewer shapes, and no hairlines between them.</summary>
    private static void AppendRow(StringBuilder path, int row, BitArray dark)
    {
        for (var at = 0; at < dark.Length; at++)
        {
            var start = at;
            while (at < dark.Length && dark[at])
            {
                at++;
            }

            if (at > start)
            {
                path.Append(
                    CultureInfo.InvariantCulture,
                    $"M{start} {row}h{at - start}v1h-{at - start}z"
                );
            }
        }
    }
}

public sealed class QrCodesNeedAddresses(int most, int longest)
    : DomainException(StatusCodes.Status422UnprocessableEntity, most, longest);
