using System.Text.RegularExpressions;
using KremlinArchive.Browser.Tests.Support;
using KremlinArchive.Web.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Pages;

/// <summary>The doors of the admin's desk and the page of an account, in all their states.</summary>
public sealed class AccountPageTests(Chromium chromium, ReadingRoom room) : InspectedPage(chromium, room)
{
    private const string Password = "four quiet words here";

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheSignIn(string language, string theme, int width) => InspectAsync("sign-in", "/admin/sign-in", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ARefusedSignIn(string language, string theme, int width) => InspectAsync("sign-in-refused", "/admin/sign-in", new Seat(language, theme, width), prepare: async reader =>
    {
        await EnterAsync(reader, "nobody", Password);
        await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(reader.Word("signin.refused"));
    });

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ALinkThatHasEnded(string language, string theme, int width) => InspectAsync("first-link-ended", "/admin/first?key=old", new Seat(language, theme, width), status: 410);

    [Theory]
    [InlineData("ru", "light", Seat.Wide, true)]
    [InlineData("en", "dark", Seat.Narrow, false)]
    public async Task AnAdminEntersMendsAPasswordAndLeaves(string language, string theme, int width, bool hasScript)
    {
        var own = await OpenRoomAsync("--Archive:Samples", "false");
        var reader = await SeatAsync(new Seat(language, theme, width, hasScript), own.Address);
        await reader.OpenAsync(own.Server.Log[own.Server.Log.IndexOf("/admin/first", StringComparison.Ordinal)..].Split('\n')[0].Trim());
        await LookAsync(reader, "first-admin");

        var added = await BuiltProgram.RunAsync(BuiltProgram.Cli("admin", "add", "anna", "--password-stdin", "--data", own.Directory.Path), Password);
        Assert.True(added.ExitCode == 0, added.Errors);
        await reader.OpenAsync("/admin/account");
        await EnterAsync(reader, "anna", Password);
        await Assertions.Expect(reader.Page).ToHaveURLAsync(new Regex("/admin/account$"));
        await LookAsync(reader, "account");

        await Box(reader, "account.password.present").FillAsync("something else altogether");
        await Box(reader, "account.password.new").FillAsync("other quiet words");
        await Box(reader, "account.repeated").FillAsync("other quiet words");
        await PressAsync(reader, "account.password.button");
        await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(reader.Word("account.problem.wrong"));
        await Expect(Box(reader, "account.password.present")).ToBeFocusedAsync();
        await LookAsync(reader, "account-problem");

        await PressAsync(reader, "desk.sign-out");
        await Assertions.Expect(reader.Page).ToHaveURLAsync(new Regex("/admin/sign-in$"));
    }

    private static async Task LookAsync(Reader reader, string name)
    {
        await reader.SettleAsync();
        await reader.PictureAsync(name);
        if (reader.Seat.HasScript)
            await reader.IsAccessibleAsync();
    }

    private static ILocator Box(Reader reader, string label) => reader.Page.GetByLabel(reader.Word(label), new() { Exact = true }).First;

    private static async Task EnterAsync(Reader reader, string name, string password)
    {
        await Box(reader, "signin.name").FillAsync(name);
        await Box(reader, "signin.password").FillAsync(password);
        await PressAsync(reader, "signin.button");
    }

    private static Task PressAsync(Reader reader, string label) =>
        reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Word(label), Exact = true }).ClickAsync();
}
