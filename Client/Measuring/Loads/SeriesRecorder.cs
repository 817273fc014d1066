using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Loads;

/// <summary>Takes a figure that changes over time; from many threads at once, and of any length within bounded memory.</summary>
/// <remarks>When it is full, every other point is dropped and only every other one taken from then on; the extremes are kept apart.</remarks>
internal sealed class SeriesRecorder(Clock clock, string unit)
{
    private const int MostPoints = 2_000;

    private readonly Lock _adding = new();
    private readonly long _begin = clock.Now;
    private readonly List<(long At, double Value)> _points = [];
    private long _added;
    private long _every = 1;
    private double _max = double.NegativeInfinity;

    /// <summary>The largest value, also of those that were thinned out; not a number when there was none.</summary>
    public double Max
    {
        get
        {
            lock (_adding)
            {
                return _added == 0 ? double.NaN : _max;
            }
        }
    }

    public void Add(double value)
    {
        lock (_adding)
        {
            _max = Math.Max(_max, value);
            if (_added++ % _every != 0)
            {
                return;
            }

            _points.Add((clock.Now, value));
            if (_points.Count == MostPoints)
            {
                var index = 0;
                _points.RemoveAll(_ => index++ % 2 == 1);
                _every *= 2;
            }
        }
    }

    public Series ToRecord()
    {
        lock (_adding)
        {
            return new Series(unit, [.. _points.Select(point => clock.ToNanoseconds(point.At - _begin) / 1e9)], [.. _points.Select(point => point.Value)]);
        }
    }
}
