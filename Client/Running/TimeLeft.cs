namespace Interleave.Client.Running;

/// <summary>Estimates what is left from the mean of what was; says nothing before the first trial ended.</summary>
internal sealed class TimeLeft
{
    private TimeSpan _spent;
    private int _trials;

    public void Add(TimeSpan trial)
    {
        _spent += trial;
        _trials++;
    }

    public TimeSpan? Of(int trials) => _trials == 0 ? null : _spent / _trials * trials;
}
