using System.Globalization;
using KremlinArchive.Records;

namespace KremlinArchive.Web.Admin.Withholding;

/// <summary>The addresses of what the archive holds, as admins see it: records and captures.</summary>
internal static class HeldAddress
{
    public const string List = "/admin/records";

    /// <summary>The parameter for what is looked for.</summary>
    public const string Sought = "q";

    /// <summary>The parameter that a list goes on from.</summary>
    public const string Before = "before", After = "after";

    /// <summary>The parameter that says what was done just now.</summary>
    public const string Done = "done";

    public static string Of(RecordId id) => $"{List}/{id}";

    public static string Of(RecordId id, long after) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}?{After}={after}#captures");

    public static string OfCapture(long capture) => string.Create(CultureInfo.InvariantCulture, $"{List}/captures/{capture}");

    public static string Source(long capture) => OfCapture(capture) + "/source";

    public static string Page(long before) => string.Create(CultureInfo.InvariantCulture, $"{List}?{Before}={before}");

    /// <summary>The record that an admin means: by its identity, an address of the site or one of this archive; null if it is none of these.</summary>
    public static RecordId? Read(string text)
    {
        var given = text.Trim();
        if ((RecordId.Parse(given.Trim('/')) ?? SiteAddress.Parse(given)?.Record) is { } id)
            return id;
        return Uri.TryCreate(given, UriKind.Absolute, out var address) && address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var language, var collection, var number, ..]
            ? RecordId.Parse(language, collection, number)
            : null;
    }
}
