using System.Globalization;
using KremlinArchive.Records;

namespace KremlinArchive.Web.Versions;

/// <summary>The addresses of versions and comparisons.</summary>
internal static class VersionAddress
{
    /// <summary>The parameter that says whether passages without a change are shown, too.</summary>
    public const string Show = "show";

    /// <summary>Its value for all passages.</summary>
    public const string All = "all";

    /// <summary>The parameter that says how a comparison is laid out.</summary>
    public const string View = "view";

    /// <summary>Its value for one column.</summary>
    public const string Inline = "inline";

    /// <summary>The list of a record's versions.</summary>
    public static string Of(RecordId id) => $"/{id}/versions";

    /// <summary>One version, at one of its passages if a number is given.</summary>
    public static string Of(RecordId id, int version, int passage = 0) => passage == 0
        ? string.Create(CultureInfo.InvariantCulture, $"/{id}/versions/{version}")
        : string.Create(CultureInfo.InvariantCulture, $"/{id}/versions/{version}#p{passage}");

    /// <summary>Two versions beside each other.</summary>
    public static string Of(RecordId id, VersionRange range, bool isInline = false, bool isWhole = false)
    {
        var query = string.Join('&', new[] { isInline ? $"{View}={Inline}" : null, isWhole ? $"{Show}={All}" : null }.OfType<string>());
        return query.Length == 0 ? $"/{id}/versions/{range}" : $"/{id}/versions/{range}?{query}";
    }

    /// <summary>The record that a page under <c>/ru/…</c> or <c>/en/…</c> is about; null if the address names none.</summary>
    public static RecordId? RecordOf(HttpContext http, string collection, string number) =>
        RecordId.Parse(http.Request.Path.Value?.TrimStart('/')[..2], collection, number);
}
