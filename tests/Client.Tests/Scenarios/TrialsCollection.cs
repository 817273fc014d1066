namespace Interleave.Client.Tests.Scenarios;

/// <summary>Trials share one server and one silo, and run one after the other: they would disturb each other.</summary>
[CollectionDefinition(Name)]
public sealed class TrialsCollection : ICollectionFixture<Trials>
{
    public const string Name = "trials";
}
