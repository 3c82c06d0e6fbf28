namespace KremlinArchive.Search.Rescues;

/// <summary>What was taken to be wrong with a query, in the order in which it is tried.</summary>
internal enum RescueKind
{
    KeyboardLayout,
    Transliteration,
    Spelling,
    Looser,
    WiderDates,
    FewerWords,
}

/// <summary>The names of rescues in answers.</summary>
internal static class RescueKinds
{
    /// <summary>The kind's name in answers: <c>keyboard-layout</c> … <c>wider-dates</c>.</summary>
    public static string Name(this RescueKind kind) => kind switch
    {
        RescueKind.KeyboardLayout => "keyboard-layout",
        RescueKind.Transliteration => "transliteration",
        RescueKind.Spelling => "spelling",
        RescueKind.Looser => "looser",
        RescueKind.FewerWords => "fewer-words",
        RescueKind.WiderDates => "wider-dates",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such rescue."),
    };
}
