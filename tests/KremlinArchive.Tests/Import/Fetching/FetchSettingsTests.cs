using KremlinArchive.Import.Fetching;

namespace KremlinArchive.Tests.Import.Fetching;

public sealed class FetchSettingsTests
{
    [Fact]
    public void WithoutSettingsTheSiteIsAskedEveryTwoToFiveSeconds() => Assert.Equivalent(new FetchSettings(), FetchSettingsReader.Read(_ => null));

    [Fact]
    public void EachSettingIsRead()
    {
        var settings = Read(("Hosts", "kremlin.ru, *.kremlin.ru"), ("Contact", "https://archive.example/contact"), ("LeastPause", "7.5"), ("RefusalPause", "60"), ("Timeout", "30"), ("Tries", "5"), ("Proxy", "socks5://127.0.0.1:1080"));
        Assert.Equal(["kremlin.ru", "*.kremlin.ru"], settings.Hosts);
        Assert.Equal(("https://archive.example/contact", 5, new Uri("socks5://127.0.0.1:1080")), (settings.Contact, settings.Tries, settings.Proxy));
        Assert.Equal([7.5, 7.5, 3600, 30], ((TimeSpan[])[settings.LeastPause, settings.MostPause, settings.RefusalPause, settings.Timeout]).Select(time => time.TotalSeconds));
    }

    [Theory]
    [InlineData("Hosts", "http://kremlin.ru")]
    [InlineData("Hosts", "127.0.0.1")]
    [InlineData("Hosts", "kremlin.ru, *")]
    [InlineData("Contact", "somebody")]
    [InlineData("Contact", "a@b.example (\r\nX: y")]
    [InlineData("LeastPause", "soon")]
    [InlineData("LeastPause", "NaN")]
    [InlineData("MostPause", "1")]
    [InlineData("RefusalPause", "0")]
    [InlineData("Timeout", "1e9")]
    [InlineData("Tries", "0")]
    [InlineData("Proxy", "file:///etc/passwd")]
    public void AWrongOneIsNamed(string name, string value) =>
        Assert.Equal("Archive:Fetch:" + name, Assert.Throws<WrongFetchSettingException>(() => Read((name, value))).Name);

    private static FetchSettings Read(params (string Name, string Value)[] set) =>
        FetchSettingsReader.Read(asked => set.Where(pair => "Archive:Fetch:" + pair.Name == asked).Select(pair => pair.Value).SingleOrDefault());
}
