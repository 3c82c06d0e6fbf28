namespace KremlinArchive.Browser.Tests.Invented;

/// <summary>An invented conversation of several hundred passages and six speakers.</summary>
internal static class LongTranscript
{
    /// <summary>Where the archive shows it.</summary>
    public const string Address = "/ru/events/900300001";

    /// <summary>How many passages it has.</summary>
    public const int Passages = 420;

    /// <summary>The one passage that speaks of a pendulum.</summary>
    public const int PendulumPassage = 333;

    private static readonly string[] Speakers = ["П.Звездочётов", "М.Небосклонова", "И.Окуляров", "Е.Кометина", "Вопрос", "С.Туманностев"];

    private static readonly string[] Sentences =
    [
        "Вымышленный телескоп видит дальше, чем мы успеваем записать.",
        "Прошлой осенью на вымышленной горе было сто сорок ясных ночей, и ни одна не пропала.",
        "Мы сравнили два журнала наблюдений и не нашли между ними ни одного расхождения.",
        "Если облака разойдутся, обсерватория начнёт работу раньше срока.",
        "Зеркало чистят дважды в год, и каждый раз об этом составляют протокол.",
        "Об этом спрашивали ещё в прошлый раз, и ответ с тех пор не изменился.",
    ];

    public static InventedDocument Document { get; } = new(900_300_001, "Большая беседа в обсерватории на Ясном Мысу", new DateTime(2019, 6, 20, 12, 0, 0))
    {
        Place = "Ясный Мыс",
        Lead = "Вымышленная беседа, длинная, как настоящие.",
        Paragraphs = [.. Enumerable.Range(1, Passages).Select(Paragraph)],
    };

    private static string Paragraph(int number)
    {
        var text = string.Join(' ', Enumerable.Range(0, 2 + number % 4).Select(at => Sentences[(number + at) % Sentences.Length]));
        if (number == PendulumPassage)
            text += " А маятник висит у входа.";
        // A turn has one to four passages; the first of it names its speaker.
        return number % 7 is 1 or 2 or 5 ? $"<b>{Speakers[number / 3 % Speakers.Length]}:</b> {text}" : text;
    }
}
