using System.Globalization;

namespace Interleave.Embedded;

/// <summary>Calls of this method fail when no answer has come within this time, whatever the runtime's own limit is.</summary>
/// <param name="timeout">As <see cref="TimeSpan.Parse(string)"/> reads it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResponseTimeoutAttribute(string timeout) : Attribute
{
    public TimeSpan? Timeout { get; init; } = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture);
}
