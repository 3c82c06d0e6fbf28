using KremlinArchive.Browser.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace KremlinArchive.Browser.Tests.Support;

/// <summary>The system's Chromium, started once for all tests. Without one every test is skipped and says what to install.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>True where there is a Chromium to start.</summary>
    internal static bool IsInstalled => Program is not null;

    internal IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(browser is null, "There is no 'chromium' on the path; install it with: apt-get install chromium");
            return browser;
        }
    }

    // Without the windows that nobody sees, the same Chromium takes two thirds of the time.
    private static string? Program { get; } = ((string[])["chromium-headless-shell", "chromium"])
        .SelectMany(program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)))
        .FirstOrDefault(File.Exists);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled)
            return;
        // Machines that build something beside the tests are slow, not wrong.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            // Root cannot have Chromium's sandbox.
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
            Args =
            [
                "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                // Nothing but the server under test is reached, not even by mistake.
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
