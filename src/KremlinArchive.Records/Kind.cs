namespace KremlinArchive.Records;

/// <summary>What sort of item a record is. Decided by rules when a page is read; <see cref="News"/> where none fits.</summary>
public enum Kind
{
    PhoneCall,
    VideoCall,
    Meeting,
    Talks,
    WorkingMeeting,
    Conference,
    Address,
    PressConference,
    Interview,
    Greeting,
    Decree,
    Order,
    Law,
    Instruction,
    Trip,
    Announcement,
    News,
}

/// <summary>The keys of kinds in the API and in facets.</summary>
public static class KindKeys
{
    private static readonly Dictionary<Kind, string> Keys = new()
    {
        [Kind.PhoneCall] = "phone-call",
        [Kind.VideoCall] = "video-call",
        [Kind.Meeting] = "meeting",
        [Kind.Talks] = "talks",
        [Kind.WorkingMeeting] = "working-meeting",
        [Kind.Conference] = "conference",
        [Kind.Address] = "address",
        [Kind.PressConference] = "press-conference",
        [Kind.Interview] = "interview",
        [Kind.Greeting] = "greeting",
        [Kind.Decree] = "decree",
        [Kind.Order] = "order",
        [Kind.Law] = "law",
        [Kind.Instruction] = "instruction",
        [Kind.Trip] = "trip",
        [Kind.Announcement] = "announcement",
        [Kind.News] = "news",
    };

    private static readonly Dictionary<string, Kind> Kinds = Keys.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Every kind, in the order of the contract.</summary>
    public static IReadOnlyCollection<Kind> All => Keys.Keys;

    /// <summary>For example <c>phone-call</c>.</summary>
    public static string Key(this Kind kind) => Keys[kind];

    /// <summary>The kind of a key; null for any other text.</summary>
    public static Kind? Parse(string? key) => key is not null && Kinds.TryGetValue(key, out var kind) ? kind : null;
}
