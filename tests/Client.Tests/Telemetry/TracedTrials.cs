namespace Interleave.Client.Tests.Telemetry;

/// <summary>Tests that listen to the same spans run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class TracedTrials
{
    public const string Name = "traced trials";
}
