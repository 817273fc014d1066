using Interleave.Grains.Tracing;

namespace Interleave.Grains.Tests;

public sealed class GrainNamesTests
{
    /// <remarks>Orleans knows a grain by the name of its class, without its namespace: with two of one name, no silo starts.</remarks>
    [Fact]
    public void No_two_grains_have_classes_of_one_name()
    {
        var grains = typeof(TraceNames).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Grain)) && !type.IsAbstract);
        var names = grains.Select(type => type.Name).ToList();

        Assert.NotEmpty(names);
        Assert.Empty(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));
    }
}
