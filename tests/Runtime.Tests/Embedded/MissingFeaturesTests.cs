using System.Reflection;

namespace Runtime.Tests.Embedded;

public sealed class MissingFeaturesTests
{
    /// <remarks>By name, for code that uses one does not compile.</remarks>
    [Theory]
    [InlineData("ReadOnlyAttribute", "[ReadOnly]")]
    [InlineData("MayInterleaveAttribute", "[MayInterleave]")]
    public void An_attribute_that_this_runtime_lacks_fails_the_build_and_says_what_to_use(string attribute, string written)
    {
        var type = typeof(ReentrantAttribute).Assembly.GetType($"{typeof(ReentrantAttribute).Namespace}.{attribute}", throwOnError: true)!; // It is there.

        var refusal = type.GetCustomAttribute<ObsoleteAttribute>();

        Assert.True(refusal?.IsError);
        Assert.Contains(written, refusal?.Message, StringComparison.Ordinal);
        Assert.Contains("GrainRuntime=Orleans", refusal?.Message, StringComparison.Ordinal);
    }
}
