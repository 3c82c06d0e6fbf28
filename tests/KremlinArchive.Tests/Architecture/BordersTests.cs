using System.Reflection;
using KremlinArchive.Records;
using KremlinArchive.Store;

namespace KremlinArchive.Tests.Architecture;

/// <summary>What the compiled projects refer to and what their public types show.</summary>
public sealed class BordersTests
{
    private static readonly string[] FrameworkNames = ["System", "mscorlib", "netstandard", "Microsoft.Win32.Primitives"];

    private static readonly Dictionary<string, Assembly> Assemblies = new(StringComparer.Ordinal)
    {
        ["Records"] = typeof(ArchiveRecord).Assembly,
        ["Store"] = typeof(ArchiveStore).Assembly,
        ["Import"] = Assembly.Load("KremlinArchive.Import"),
        ["Search"] = Assembly.Load("KremlinArchive.Search"),
        ["Cli"] = Assembly.Load("kremlin-archive"),
    };

    [Theory]
    [InlineData("Records", "")]
    [InlineData("Store", "Records")]
    [InlineData("Import", "Records Store")]
    [InlineData("Search", "Records Store")]
    [InlineData("Cli", "Records Store Import Search")]
    public void AnAssemblyRefersToNoOtherProject(string name, string allowed)
    {
        var ours = Referred(name).Where(reference => reference.StartsWith("KremlinArchive.", StringComparison.Ordinal)).Select(reference => reference["KremlinArchive.".Length..]);
        Assert.Empty(ours.Except(allowed.Split(' '), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Lucene.Net", "Search")]
    [InlineData("AngleSharp", "Import")]
    [InlineData("SharpCompress", "Import")]
    [InlineData("Microsoft.EntityFrameworkCore", "Store")]
    [InlineData("Microsoft.Data.Sqlite", "Store")]
    [InlineData("Npgsql", "Store")]
    public void ALibraryIsUsedByOneProjectAlone(string library, string owner) =>
        Assert.All(Assemblies.Keys.Where(name => name != owner), name =>
            Assert.DoesNotContain(Referred(name), reference => reference.StartsWith(library, StringComparison.Ordinal)));

    [Fact]
    public void RecordsStandOnTheFrameworkAlone() => Assert.All(Referred("Records"), reference => Assert.True(IsOurs(reference), reference));

    [Theory]
    [InlineData("Records")]
    [InlineData("Store")]
    [InlineData("Import")]
    [InlineData("Search")]
    public void PublicTypesShowNoTypeOfALibrary(string name) =>
        Assert.Empty(Assemblies[name].GetExportedTypes().Where(type => !IsGenerated(type)).SelectMany(Shown).Where(shown => !IsOurs(shown.Type.Assembly.GetName().Name!)).Select(shown => $"{shown.Where} shows {shown.Type}"));

    // The tool that writes migrations makes them public; nobody outside can compile against their base.
    private static bool IsGenerated(Type type) => type.Namespace is "KremlinArchive.Store.Migrations" or "KremlinArchive.Store.Migrations.Postgres";

    // The exceptions are what hosts need: Store's AddArchiveStore extends the service collection, and an account is one that the web framework's sign-in knows.
    private static bool IsOurs(string assembly) =>
        assembly.StartsWith("KremlinArchive.", StringComparison.Ordinal)
        || FrameworkNames.Any(name => assembly == name || assembly.StartsWith(name + ".", StringComparison.Ordinal))
        || assembly is "Microsoft.Extensions.DependencyInjection.Abstractions" or "Microsoft.Extensions.Identity.Stores";

    private static IEnumerable<string> Referred(string name) => Assemblies[name].GetReferencedAssemblies().Select(reference => reference.Name!);

    private static IEnumerable<(string Where, Type Type)> Shown(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var members = type.GetMethods(Declared).Where(method => IsShown(method)).SelectMany(method => Signature(method).Append(method.ReturnType))
            .Concat(type.GetConstructors(Declared).Where(method => IsShown(method)).SelectMany(Signature))
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(field => field.FieldType));
        return members.Concat(type.GetInterfaces()).Append(type.BaseType ?? typeof(object)).SelectMany(Parts).Select(part => (type.FullName!, part)).Distinct();
    }

    private static bool IsShown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Signature(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType);

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);
}
