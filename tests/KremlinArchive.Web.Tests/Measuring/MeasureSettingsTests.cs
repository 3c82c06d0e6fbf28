using KremlinArchive.Web.Hosting;
using KremlinArchive.Web.Measuring;
using Microsoft.Extensions.Configuration;

namespace KremlinArchive.Web.Tests.Measuring;

public sealed class MeasureSettingsTests
{
    [Fact]
    public void NobodyIsToldUnlessASettingSaysSo()
    {
        var settings = Read();
        Assert.Equal((Environment.MachineName, false, false), (settings.Node, settings.Measures, settings.SendsTraces));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", true, true)]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", false, true)]
    public void ACollectorIsNamedAsEverywhere(string name, bool metrics, bool traces)
    {
        var settings = Read((name, "http://localhost:4317"));
        Assert.Equal((metrics, traces), (settings.SendsMetrics, settings.SendsTraces));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9464")]
    [InlineData("http://localhost:9464")]
    [InlineData("http://[::1]:9464")]
    [InlineData("http://*:9464")]
    public void MeasuresAreToldAtAnAddressOfTheMachine(string address) => Assert.Equal(address, Read(("Archive:Metrics:Listen", address)).Listen);

    [Theory]
    [InlineData("Archive:Metrics:Listen", "true")]
    [InlineData("Archive:Metrics:Listen", "9464")]
    [InlineData("Archive:Metrics:Listen", "https://127.0.0.1:9464")]
    [InlineData("Archive:Metrics:Listen", "http://archive.example:9464")]
    [InlineData("Archive:Metrics:Listen", "http://127.0.0.1:9464/metrics")]
    [InlineData("Archive:Node", "a node")]
    [InlineData("Archive:Node", "{0}")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "yes")]
    public void AWrongSettingIsNamed(string name, string value) =>
        Assert.Contains(name, Assert.Throws<WrongSettingException>(() => Read((name, value))).Message, StringComparison.Ordinal);

    private static MeasureSettings Read(params (string Name, string Value)[] settings) => MeasureSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
