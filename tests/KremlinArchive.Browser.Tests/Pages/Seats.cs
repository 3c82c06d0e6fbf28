using KremlinArchive.Browser.Tests.Support;

namespace KremlinArchive.Browser.Tests.Pages;

/// <summary>Which languages, colours and widths a page is inspected in.</summary>
public static class Seats
{
    /// <summary>Both languages, both colours, a wide and a narrow window; and one between these.</summary>
    public static TheoryData<string, string, int> All { get; } =
    [
        .. from language in (string[])["ru", "en"] from theme in (string[])["light", "dark"] from width in (int[])[Seat.Wide, Seat.Narrow] select (language, theme, width),
        ("ru", "light", Seat.Middle),
    ];

    /// <summary>Four seats in which each language meets both colours, over all three widths: for pages of few parts.</summary>
    public static TheoryData<string, string, int> Across { get; } =
        [("ru", "light", Seat.Wide), ("en", "dark", Seat.Middle), ("en", "light", Seat.Narrow), ("ru", "dark", Seat.Narrow)];

    /// <summary>Two seats that differ in all: for what another state of the same page has mostly shown already.</summary>
    public static TheoryData<string, string, int> Opposite { get; } = [("ru", "light", Seat.Wide), ("en", "dark", Seat.Narrow)];
}
