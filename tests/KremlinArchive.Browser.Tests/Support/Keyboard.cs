using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Support;

/// <summary>A reader without a mouse.</summary>
internal static class Keyboard
{
    private const int MostStops = 150;

    /// <summary>Presses Tab until the element has the focus.</summary>
    public static async Task TabToAsync(this Reader reader, ILocator goal)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            if (await goal.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"The keyboard does not reach {goal} in {MostStops} stops.");
    }

    public static Task PressAsync(this Reader reader, string key) => reader.Page.Keyboard.PressAsync(key);
}
