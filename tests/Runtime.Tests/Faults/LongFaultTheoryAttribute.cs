namespace Runtime.Tests.Faults;

/// <summary>Takes minutes, and so runs only where seeds are named for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFaultTheoryAttribute : TheoryAttribute
{
    public const string Seeds = "INTERLEAVE_FAULT_SEEDS";

    public LongFaultTheoryAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Seeds)))
        {
            Skip = $"Name seeds to run it with, such as {Seeds}=1,2,3.";
        }
    }
}
