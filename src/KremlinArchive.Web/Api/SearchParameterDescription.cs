using System.Text.Json.Nodes;
using KremlinArchive.Search.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KremlinArchive.Web.Api;

/// <summary>Describes the parameters of a search, which are read from the query as a whole and so are not seen by the generator.</summary>
internal static class SearchParameterDescription
{
    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.RelativePath != "api/v1/search")
            return Task.CompletedTask;
        operation.Parameters =
        [
            Text(
                "q",
                "The query. Words must all match, in any form; \"a phrase\", =exact, OR, -exclusion, (brackets), \"near words\"~5, begin*, mispeled~, "
                + "title: text: place: person: speaker: country: kind: topic: in:, 2021, 2021..2022, before:2014, after:2022-02-24; in:versions searches superseded texts alone, and each hit names its `version`; Russian names of operators and fields as well. "
                + "Never an error; `warnings` say how it was read, `rescue` what was read in its place."),
            Text("from", "First Moscow day of publication: 2021, 2021-12 or 2021-12-07."),
            Text("to", "Last Moscow day of publication, included: 2021, 2021-12 or 2021-12-07."),
            .. FacetNames.All.SelectMany(facet => new[]
            {
                Repeated(facet.Parameter(), "Keys asked for; repeated ones widen each other."),
                Repeated("not." + facet.Parameter(), "Keys ruled out."),
            }),
            Choice("match", "Whether all words must match, or any of them do; then the more, the higher.", "all", "any"),
            Choice("expand", "Whether other names of the same (США, Соединённые Штаты) are looked for, too; `other_names` tells them.", "on", "off"),
            Choice("rescue", "Whether another reading may take the place of a query that finds nothing.", "on", "off"),
            Choice("sort", "The order; relevance, or newest for an empty query.", "relevance", "newest", "oldest"),
            Number("page", "The page, from 1. One past the end is empty.", least: "1", most: null),
            Number("size", "Hits on a page; more than 100 are clamped, with a warning.", least: "1", most: "100"),
            Choice("ui", "The language of labels, warnings and problems.", "ru", "en"),
        ];
        return Task.CompletedTask;
    }

    private static OpenApiParameter Text(string name, string description) => Parameter(name, description, new OpenApiSchema { Type = JsonSchemaType.String });

    private static OpenApiParameter Repeated(string name, string description) => Parameter(
        name, description, new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } });

    private static OpenApiParameter Choice(string name, string description, params string[] values) => Parameter(
        name, description, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)JsonValue.Create(value))] });

    private static OpenApiParameter Number(string name, string description, string least, string? most) => Parameter(
        name, description, new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = least, Maximum = most });

    private static OpenApiParameter Parameter(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };
}
