namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>A process as its signals name it.</summary>
internal sealed record ReceivedResource(string Service, string Instance, string RunId)
{
    /// <remarks>opentelemetry/proto/resource/v1: Resource.attributes = 1; common/v1: KeyValue.key = 1, value = 2, AnyValue.string_value = 1.</remarks>
    public static ReceivedResource Of(ProtobufField resource)
    {
        var attributes = resource[1].ToDictionary(pair => pair[1].Single().Text, pair => pair[2].Single()[1].FirstOrDefault()?.Text ?? "");
        return new ReceivedResource(attributes["service.name"], attributes["service.instance.id"], attributes["interleave.run.id"]);
    }
}
