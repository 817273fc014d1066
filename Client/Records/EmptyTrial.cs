namespace Interleave.Client.Records;

/// <summary>A trial without work: what a worker and its silos use while they rest, and what measuring takes, which is part of every other trial.</summary>
internal sealed record EmptyTrial(string Scenario, string Model, int? Cores, int Launch, IReadOnlyDictionary<string, double> Metrics);
