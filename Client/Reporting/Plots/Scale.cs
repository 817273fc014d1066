using System.Globalization;

namespace Interleave.Client.Reporting.Plots;

/// <summary>Places values along an axis, and says where its ticks are.</summary>
internal sealed record Scale(double From, double To, double Start, double End, bool IsLogarithmic, IReadOnlyList<double> Ticks)
{
    /// <summary>Beyond this ratio between the largest and the smallest value, the small ones would vanish on a linear axis.</summary>
    private const double WidestLinear = 40;

    private const int FewTicks = 4;

    private static readonly double[] NiceFactors = [1, 2, 5, 10];

    public double Of(double value)
    {
        var part = IsLogarithmic
            ? (Math.Log10(Math.Max(value, From)) - Math.Log10(From)) / (Math.Log10(To) - Math.Log10(From))
            : (value - From) / (To - From);
        return Start + Math.Clamp(part, 0, 1) * (End - Start);
    }

    /// <summary>From zero where that shows every value, else by powers of ten.</summary>
    public static Scale Fitting(IEnumerable<double> values, double start, double end)
    {
        var all = values.Where(double.IsFinite).ToList();
        var positive = all.Where(value => value > 0).ToList();
        return positive.Count > 1 && all.Count == positive.Count && positive.Max() / positive.Min() > WidestLinear
            ? Logarithmic(positive.Min(), positive.Max(), start, end)
            : Linear(Math.Min(0, all.DefaultIfEmpty(0).Min()), all.DefaultIfEmpty(1).Max(), start, end);
    }

    public static Scale Linear(double from, double to, double start, double end)
    {
        var span = to > from ? to - from : 1;
        var step = NiceStep(span / FewTicks);
        var first = Math.Floor(from / step) * step;
        var last = Math.Ceiling((from + span) / step - 1e-9) * step;
        var ticks = Enumerable.Range(0, (int)Math.Round((last - first) / step) + 1).Select(index => Rounded(first + index * step));
        return new Scale(first, last, start, end, false, [.. ticks]);
    }

    public static Scale Logarithmic(double from, double to, double start, double end)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(from) + 1e-9), (int)Math.Ceiling(Math.Log10(to) - 1e-9));
        last = Math.Max(last, first + 1);
        var stride = Math.Max(1, (int)Math.Ceiling((last - first) / 5.0));
        var ticks = Enumerable.Range(0, (last - first) / stride + 1).Select(index => Math.Pow(10, first + index * stride));
        return new Scale(Math.Pow(10, first), Math.Pow(10, last), start, end, true, [.. ticks]);
    }

    private static double NiceStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * NiceFactors.First(factor => factor * power >= least * (1 - 1e-9));
    }

    /// <summary>Takes away what adding steps leaves in the last digits.</summary>
    private static double Rounded(double value) => double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
