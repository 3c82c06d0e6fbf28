using System.Reflection;

namespace KremlinArchive.Web.Hosting;

/// <summary>The version of the running application.</summary>
internal static class ApplicationVersion
{
    /// <summary>For example <c>0.1.0</c>.</summary>
    public static string Text { get; } = typeof(ApplicationVersion).Assembly.GetName().Version?.ToString(3)
        ?? throw new InvalidOperationException($"{Assembly.GetExecutingAssembly()} has no version.");
}
