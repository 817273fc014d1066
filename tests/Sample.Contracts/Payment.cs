namespace Sample.Contracts;

[GenerateSerializer, Immutable]
public sealed record Payment(decimal Amount, Currency Currency, IReadOnlyList<string> Notes);
