namespace Interleave.Client.Scenarios;

/// <summary>How figures over several variants are best drawn.</summary>
internal enum PlotKind
{
    /// <summary>A bar a model, under each variant.</summary>
    Bars,

    /// <summary>A line a model, over the number in which the variants differ.</summary>
    Lines,

    /// <summary>A table of variants by models, such as faults by models.</summary>
    Matrix,
}
