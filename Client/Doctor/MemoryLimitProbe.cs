using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;

namespace Interleave.Client.Doctor;

/// <summary>Whether there is room for the units that scenarios create.</summary>
internal sealed class MemoryLimitProbe(ControlGroup group, long machine) : IProbe
{
    private const string Subject = "memory";

    // A million idle units take about two gigabytes on the model that needs most and can still hold them.
    private const double Comfortable = 4L << 30;
    private const double Least = 1L << 30;

    public Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var limited = group.Memory < machine;
        var memory = limited ? group.Memory!.Value : machine; // A limit below the machine's memory is not null.
        var found = $"{Quantity.Format(memory, "By")}{(limited ? ", by the container's limit" : "")}";
        return Task.FromResult(memory switch
        {
            >= Comfortable => Diagnosis.Ok(Subject, found),
            >= Least => Diagnosis.Warn(Subject, found, "A million units of a model may not fit: 4 GiB are comfortable."),
            _ => Diagnosis.Bad(Subject, found, "Silos and client may be killed when memory runs out: 1 GiB is the least, 4 GiB are comfortable."),
        });
    }
}
