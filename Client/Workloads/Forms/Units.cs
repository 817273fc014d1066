namespace Interleave.Client.Workloads.Forms;

/// <summary>The quantities that files and goals are written in.</summary>
internal static class Units
{
    private static readonly (string Name, double Factor)[] Times = [("us", 1e-6), ("µs", 1e-6), ("ms", 1e-3), ("s", 1), ("min", 60)];

    private static readonly (string Name, double Factor)[] Sizes =
        [("B", 1), ("kB", 1e3), ("MB", 1e6), ("GB", 1e9), ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)];

    /// <summary>In seconds.</summary>
    public static QuantityForm Time(double least, double most, string example) => new("a time", Times, least, most, example);

    /// <summary>In bytes.</summary>
    public static QuantityForm Size(double most, string example) => new("a size", Sizes, 0, most, example);

    /// <summary>In operations a second.</summary>
    public static QuantityForm Rate(double least, double most, string example) => new("a rate", [("/s", 1), ("/min", 1.0 / 60)], least, most, example);

    /// <summary>As a part of 1.</summary>
    public static QuantityForm Share() => new("a share", [("%", 0.01)], 0, 1, "from 0% to 100%");
}
