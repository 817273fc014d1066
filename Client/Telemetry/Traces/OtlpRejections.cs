namespace Interleave.Client.Telemetry.Traces;

/// <summary>What an endpoint that took requests said against them: how many spans it threw away, and why, each reason once.</summary>
internal sealed record OtlpRejections(long Spans, IReadOnlyList<string> Messages)
{
    public static OtlpRejections None { get; } = new(0, []);

    public bool IsEmpty => Spans == 0 && Messages.Count == 0;

    public OtlpRejections With(OtlpAnswer answer) => With(new OtlpRejections(answer.Rejected, answer.Message is { } message ? [message] : []));

    public OtlpRejections With(OtlpRejections others) => new(Spans + others.Spans, [.. Messages.Union(others.Messages)]);

    public override string ToString() => Spans == 0
        ? $"The endpoint took all spans and warns: {string.Join("; ", Messages)}"
        : $"The endpoint threw away {Spans} of these spans{(Messages.Count == 0 ? " and does not say why" : ": " + string.Join("; ", Messages))}";
}
