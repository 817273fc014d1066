using System.Reflection;
using Xunit.Sdk;

namespace Runtime.Tests.Clusters;

/// <summary>Runs a theory on every way to host silos; what a runtime promises must not depend on it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnEveryHostingAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Enum.GetValues<Hosting>().Select(hosting => new object[] { hosting });
}
