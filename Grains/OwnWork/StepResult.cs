using System.Text.Json.Serialization;

namespace Interleave.Grains.OwnWork;

/// <summary>What came of a step.</summary>
/// <param name="Step">The number of the step.</param>
/// <param name="Value">The bytes that came, the number computed, or the count of the key after the change; compared with what it must be.</param>
/// <param name="Key">The key that was changed; -1 where the step has none.</param>
/// <param name="ServerLateness">How much later than asked the I/O server answered.</param>
[GenerateSerializer, Immutable]
[method: JsonConstructor]
public sealed record StepResult(int Step, long Value, int Key, TimeSpan ServerLateness)
{
    public StepResult(WorkStep step, long value)
        : this(step.Number, value, -1, TimeSpan.Zero)
    {
    }
}
