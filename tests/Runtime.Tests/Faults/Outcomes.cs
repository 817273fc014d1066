using System.Collections.Concurrent;
using Runtime.Tests.Faults.GrainRuntimes;

namespace Runtime.Tests.Faults;

/// <summary>How calls ended; whatever is none of the three kinds that callers can deal with is an error.</summary>
internal sealed class Outcomes
{
    private int _answered;
    private int _refused;
    private int _unknown;
    private int _others;
    private readonly ConcurrentDictionary<string, int> _reasons = new();
    private string? _other;

    public int All => _answered + _refused + _unknown + _others;

    public int Answered => _answered;

    public string? Other => _other;

    public void Add(Exception? fault)
    {
        if (fault is not null)
        {
            _reasons.AddOrUpdate($"{fault.GetType().Name}: {fault.Message[..Math.Min(fault.Message.Length, 20)]}…", 1, (_, count) => count + 1);
        }

        switch (fault)
        {
            case null:
                Interlocked.Increment(ref _answered);
                break;
            case SiloUnavailableException or TimeoutException:
                Interlocked.Increment(ref _unknown);
                break;
            case not null when CallEndings.IsRefusal(fault):
                Interlocked.Increment(ref _refused);
                break;
            default:
                Interlocked.Increment(ref _others);
                _other ??= fault.ToString();
                break;
        }
    }

    public override string ToString() => $"{_answered} answered, {_refused} refused, {_unknown} unknown, {_others} otherwise ({string.Join(", ", _reasons)})";
}
