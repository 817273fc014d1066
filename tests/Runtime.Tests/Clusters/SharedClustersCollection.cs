namespace Runtime.Tests.Clusters;

[CollectionDefinition(Name)]
public sealed class SharedClustersCollection : ICollectionFixture<SharedClusters>
{
    public const string Name = "shared clusters";
}
