namespace KremlinArchive.Import.Previews;

/// <summary>Something in what was read from a page that a person should look at: it may be so on the site, or the parser may have missed it.</summary>
public enum ReadingWarning
{
    /// <summary>The page prints a day and no time.</summary>
    NoTime,

    /// <summary>A meeting or a conference without its place.</summary>
    NoPlace,

    /// <summary>No rule says what sort of item it is.</summary>
    NoKind,

    /// <summary>There is no text under the title.</summary>
    NoText,

    /// <summary>A long conversation in which nobody is said to speak.</summary>
    NoSpeakers,

    /// <summary>Most of the text is written in the letters of another language.</summary>
    OtherLetters,

    /// <summary>Characters were lost before the page came, or it was read in a wrong encoding.</summary>
    LostCharacters,

    /// <summary>There is markup in what should be plain text.</summary>
    Markup,

    /// <summary>The page says that it was last edited before it was published.</summary>
    EditedBeforePublished,

    /// <summary>It is published at a time that has not come yet.</summary>
    FromTheFuture,
}

/// <summary>The keys of warnings in JSON and in the words of the interface.</summary>
public static class ReadingWarningKeys
{
    private static readonly Dictionary<ReadingWarning, string> Keys = new()
    {
        [ReadingWarning.NoTime] = "no-time",
        [ReadingWarning.NoPlace] = "no-place",
        [ReadingWarning.NoKind] = "no-kind",
        [ReadingWarning.NoText] = "no-text",
        [ReadingWarning.NoSpeakers] = "no-speakers",
        [ReadingWarning.OtherLetters] = "other-letters",
        [ReadingWarning.LostCharacters] = "lost-characters",
        [ReadingWarning.Markup] = "markup",
        [ReadingWarning.EditedBeforePublished] = "edited-before-published",
        [ReadingWarning.FromTheFuture] = "from-the-future",
    };

    /// <summary>For example <c>no-place</c>.</summary>
    public static string Key(this ReadingWarning warning) => Keys[warning];
}
