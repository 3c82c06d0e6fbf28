namespace KremlinArchive.Tests.Search.Analysis;

/// <summary>Declines Russian and foreign names by the patterns of the grammar, so that a test can ask for forms that no list has.</summary>
/// <param name="Ending">What the names of the pattern end in.</param>
/// <param name="Forms">The endings of all cases, in place of it.</param>
internal sealed record Declension(string Ending, string Forms)
{
    public static readonly Declension Family = new("", "_ а у ым е ой ы ых ыми"), Adjective = new("ий", "ий ого ому им ом ая ой ую ие их ими"), HardAdjective = new("ый", "ый ого ому ым ом ая ой ую ые ых ыми"),
        Hard = new("", "_ а у ом е"), Hushing = new("", "_ а у ем е"), Soft = new("ь", "ь я ю ем е"), OnShortI = new("й", "й я ю ем е"), OnIi = new("ий", "ий ия ию ием ии"),
        OnA = new("а", "а ы е у ой"), OnKa = new("а", "а и е у ой"), OnYa = new("я", "я и е ю ей"), OnIya = new("ия", "ия ии ию ией"), OnO = new("о", "о а у ом е"), FeminineSoft = new("ь", "ь и ью"),
        OnEts = new("ец", "ец ца цу цем це"), OnOk = new("ок", "ок ка ку ком ке");

    /// <summary>The different forms of a name.</summary>
    public IReadOnlyList<string> Of(string name)
    {
        Assert.EndsWith(Ending, name, StringComparison.Ordinal);
        var stem = name[..^Ending.Length];
        return [.. Forms.Split(' ').Select(ending => stem + ending.Trim('_')).Distinct()];
    }
}
