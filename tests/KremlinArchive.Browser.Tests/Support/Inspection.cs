using KremlinArchive.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Support;

/// <summary>What must hold of every page in every state, language, colour and width: seen, measured, walked through.</summary>
internal static class Inspection
{
    private const int Stops = 12;

    // Less is a rounding of the renderer's, or a font that came in the tenth of a second that the first line waits for it: a hundredth of a line moves. What Chromium calls good ends at 0.1.
    private const double SeenShift = 0.003;

    public static async Task InspectAsync(this Reader reader)
    {
        await reader.HasItsFrameAsync();
        await reader.IsAccessibleAsync();
        await reader.IsWalkedByKeyboardAsync();
    }

    /// <summary>Keeps a picture of the page among the build's artefacts.</summary>
    public static Task PictureAsync(this Reader reader, string name) => reader.Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Repository.Root, "artifacts", "pictures", $"{name}-{reader.Seat.Language}-{reader.Seat.Theme}-{reader.Seat.Width}.png"),
        Animations = ScreenshotAnimations.Disabled,
    });

    /// <summary>Nothing moved by itself since the page was opened, fonts included.</summary>
    public static async Task HasNotJumpedAsync(this Reader reader)
    {
        var shifts = await reader.Page.EvaluateAsync<string[]>("""
            seen => {
                const observer = new PerformanceObserver(() => {});
                observer.observe({ type: "layout-shift", buffered: true });
                return observer.takeRecords().filter(shift => !shift.hadRecentInput && shift.value >= seen)
                    .map(shift => `${shift.value}: ${shift.sources.map(source => source.node?.outerHTML ?? source.node?.nodeValue ?? "?").map(text => text.slice(0, 120)).join(" | ")}`);
            }
            """, SeenShift);
        Assert.True(shifts.Length == 0, string.Join('\n', shifts));
    }

    // One heading, a title, the language, and nothing wider than the window.
    private static async Task HasItsFrameAsync(this Reader reader)
    {
        Assert.Equal(reader.Seat.Language, await reader.Page.Locator("html").GetAttributeAsync("lang"));
        var headings = await reader.Page.Locator("h1").CountAsync();
        Assert.True(headings == 1, $"The page has {headings} headings of the first order.");
        Assert.False(string.IsNullOrWhiteSpace(await reader.Page.TitleAsync()), "The page has no title.");
        var width = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= reader.Seat.Width, $"The page is {width} wide in a window of {reader.Seat.Width}.");
    }

    // The first stop skips to the content; each of the first stops is in sight and shows that it has the focus.
    private static async Task IsWalkedByKeyboardAsync(this Reader reader)
    {
        for (var stop = 1; stop <= Stops; stop++)
        {
            await reader.PressAsync("Tab");
            var unseen = await reader.Page.EvaluateAsync<string?>("""
                isFirst => {
                    const stop = document.activeElement, style = getComputedStyle(stop), box = stop.getBoundingClientRect();
                    if (stop === document.body && !isFirst) return null;
                    const isInSight = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
                    const isMarked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
                    return isInSight && isMarked && (stop.matches("a.skip") || !isFirst) ? null : stop.outerHTML.slice(0, 200);
                }
                """, stop == 1);
            Assert.True(unseen is null, $"The keyboard's stop {stop} cannot be seen{(stop == 1 ? " or does not skip to the content" : "")}: {unseen}");
        }
    }
}
