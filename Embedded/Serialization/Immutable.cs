namespace Interleave.Embedded;

/// <summary>Wraps a value that nobody changes after it was handed over, so that it is not copied.</summary>
[GenerateSerializer, Immutable]
public readonly struct Immutable<T>(T value)
{
    [Id(0)]
    public T Value { get; } = value;
}
