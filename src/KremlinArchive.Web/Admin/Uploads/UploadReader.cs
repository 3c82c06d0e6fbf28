using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace KremlinArchive.Web.Admin.Uploads;

/// <summary>
/// Reads a form with files as it comes, part by part, each file straight to disk. The token against forged forms stands in a header or
/// in the first part, so that it is judged before the first byte of a file is read: the framework's own check would read the whole body first.
/// </summary>
internal sealed class UploadReader(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options)
{
    private const int LongestToken = 4096;
    private const int MostFiles = 1000;

    private string Header => options.Value.HeaderName ?? throw new InvalidOperationException("The token needs a header that it can be read from.");

    /// <returns>Why the upload is not to be taken; null if all of it came.</returns>
    public async Task<UploadProblem?> ReadAsync(HttpContext context, Upload upload)
    {
        if (BoundaryOf(context.Request) is not { } boundary)
            return UploadProblem.NoForm;
        try
        {
            return await ReadAsync(context, new MultipartReader(boundary, context.Request.Body), upload);
        }
        catch (IOException failure)
        {
            return UploadProblems.Of(failure);
        }
        catch (InvalidDataException)
        {
            return UploadProblem.NoForm;
        }
    }

    private async Task<UploadProblem?> ReadAsync(HttpContext context, MultipartReader parts, Upload upload)
    {
        var cancellation = context.RequestAborted;
        var part = await parts.ReadNextSectionAsync(cancellation);
        if (!context.Request.Headers.ContainsKey(Header) && part?.AsFormDataSection() is { } first && first.Name == options.Value.FormFieldName)
        {
            context.Request.Headers[Header] = await BeginningAsync(first.Section.Body, cancellation);
            part = await parts.ReadNextSectionAsync(cancellation);
        }

        // With the token in its header, the framework has no need to look into the body.
        if (!context.Request.Headers.ContainsKey(Header) || !await antiforgery.IsRequestValidAsync(context))
            return UploadProblem.Forged;

        for (; part is not null; part = await parts.ReadNextSectionAsync(cancellation))
        {
            // A box without a choice comes as a file without a name.
            if (part.AsFileSection() is not { FileName.Length: > 0 } file)
                continue;
            if (upload.Files.Count == MostFiles)
                return UploadProblem.TooLarge;
            if (await upload.AddAsync(UploadName.Of(file.FileName), part.Body, cancellation) is { } problem)
                return problem;
        }

        return upload.Files.Count > 0 ? null : UploadProblem.NoFile;
    }

    private static async Task<string> BeginningAsync(Stream part, CancellationToken cancellation)
    {
        var token = new char[LongestToken];
        using var text = new StreamReader(part, leaveOpen: true);
        return new string(token, 0, await text.ReadBlockAsync(token, cancellation));
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary.ToString()
            : null;
}
