using KremlinArchive.Records;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>The names of kinds and languages, which no record prints; the same words that pages use within a line, here standing alone.</summary>
internal static class FixedLabels
{
    private static readonly Dictionary<Kind, (string Russian, string English)> Kinds = new()
    {
        [Kind.PhoneCall] = ("Телефонный разговор", "Phone call"),
        [Kind.VideoCall] = ("Видеопереговоры", "Video call"),
        [Kind.Meeting] = ("Встреча", "Meeting"),
        [Kind.Talks] = ("Переговоры", "Talks"),
        [Kind.WorkingMeeting] = ("Рабочая встреча", "Working meeting"),
        [Kind.Conference] = ("Совещание или заседание", "Conference"),
        [Kind.Address] = ("Выступление", "Address"),
        [Kind.PressConference] = ("Пресс-конференция", "Press conference"),
        [Kind.Interview] = ("Интервью", "Interview"),
        [Kind.Greeting] = ("Поздравление или соболезнование", "Greeting or condolence"),
        [Kind.Decree] = ("Указ", "Decree"),
        [Kind.Order] = ("Распоряжение", "Order"),
        [Kind.Law] = ("Закон", "Law"),
        [Kind.Instruction] = ("Поручение", "Instruction"),
        [Kind.Trip] = ("Поездка", "Trip"),
        [Kind.Announcement] = ("Анонс", "Announcement"),
        [Kind.News] = ("Сообщение", "News"),
    };

    /// <summary>The label of a kind or a language; null for all other facets and unknown keys.</summary>
    public static string? Of(Facet facet, string key, Language language) => facet switch
    {
        Facet.Kind when KindKeys.Parse(key) is { } kind => language == Language.Russian ? Kinds[kind].Russian : Kinds[kind].English,
        Facet.Language when LanguageCodes.Parse(key) is { } of => Of(of, language),
        _ => null,
    };

    private static string Of(Language of, Language language) => (of, language) switch
    {
        (Language.Russian, Language.Russian) => "Русский",
        (Language.Russian, _) => "Russian",
        (_, Language.Russian) => "Английский",
        _ => "English",
    };
}
