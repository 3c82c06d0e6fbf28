using KremlinArchive.Browser.Tests.Support;

namespace KremlinArchive.Browser.Tests.Pages;

/// <summary>Which languages, colours and widths a page is inspected in.</summary>
public static class Seats
{
    /// <summary>Both languages, both colours, a wide and a narrow window.</summary>
    public static MatrixTheoryData<string, string, int> All { get; } = new(["ru", "en"], ["light", "dark"], [Seat.Wide, Seat.Narrow]);

    /// <summary>Two seats that differ in all of these: for what another state of the same page has mostly shown already.</summary>
    public static TheoryData<string, string, int> Opposite { get; } = new() { { "ru", "light", Seat.Wide }, { "en", "dark", Seat.Narrow } };
}
