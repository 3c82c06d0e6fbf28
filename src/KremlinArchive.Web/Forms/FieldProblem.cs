namespace KremlinArchive.Web.Forms;

/// <summary>What is wrong with a box of a form.</summary>
/// <param name="Field">The name of the box.</param>
/// <param name="Text">For people, in the language of the interface.</param>
public sealed record FieldProblem(string Field, string Text);
