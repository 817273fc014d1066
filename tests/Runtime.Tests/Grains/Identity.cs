namespace Runtime.Tests.Grains;

[GenerateSerializer, Immutable]
public sealed record Identity(
    [property: Id(0)] string Key, [property: Id(1)] Guid Activation, [property: Id(2)] int ProcessId, [property: Id(3)] string Silo = "");
