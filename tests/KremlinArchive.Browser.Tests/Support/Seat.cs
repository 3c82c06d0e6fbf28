namespace KremlinArchive.Browser.Tests.Support;

/// <summary>What a reader sits down with: the language and the colours of the system, the width of the window, script or none.</summary>
internal sealed record Seat(string Language = "ru", string Theme = "light", int Width = Seat.Wide, bool HasScript = true)
{
    public const int Wide = 1440;

    public const int Middle = 1024;

    public const int Narrow = 390;

    public int Height => Width == Narrow ? 844 : 900;
}
