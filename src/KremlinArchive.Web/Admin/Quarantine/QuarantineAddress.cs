using System.Globalization;
using KremlinArchive.Store.Quarantine;

namespace KremlinArchive.Web.Admin.Quarantine;

/// <summary>The addresses of quarantine and of what waits there.</summary>
internal static class QuarantineAddress
{
    public const string List = "/admin/quarantine";

    public const string RetryAll = List + "/retry";

    public static string Of(long entry) => string.Create(CultureInfo.InvariantCulture, $"{List}/{entry}");

    public static string Retry(long entry) => Of(entry) + "/retry";

    public static string Dismiss(long entry) => Of(entry) + "/dismiss";

    public static string Reopen(long entry) => Of(entry) + "/reopen";

    public static string Source(long entry) => Of(entry) + "/source";

    /// <summary>A page of the list.</summary>
    /// <param name="before">What follows this place; null for the beginning.</param>
    public static string Page(QuarantineState state, QuarantineKey? before)
    {
        var query = new QueryString();
        if (state != QuarantineState.Waiting)
            query = query.Add("state", Key(state));
        if (before is { } key)
            query = query.Add("before", Place(key));
        return List + query;
    }

    /// <summary>How an address names a place in the list.</summary>
    public static string Place(QuarantineKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.At.ToUnixTimeMilliseconds()}.{key.Id}");

    /// <summary>The state that an address names; what waits, where it names none.</summary>
    public static QuarantineState State(string? text) => Enum.GetValues<QuarantineState>().FirstOrDefault(state => Key(state) == text);

    /// <summary>A state in addresses and in the names of words.</summary>
    public static string Key(QuarantineState state) => state switch
    {
        QuarantineState.Waiting => "waiting",
        QuarantineState.Resolved => "resolved",
        _ => "dismissed",
    };

    /// <summary>The place in the list that an address names; null for none and for nonsense.</summary>
    public static QuarantineKey? Before(string? text) =>
        text?.Split('.') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new QuarantineKey(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), number)
            : null;
}
