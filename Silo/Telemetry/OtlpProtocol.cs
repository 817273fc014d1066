namespace Interleave.Silo.Telemetry;

/// <summary>How signals are sent.</summary>
internal enum OtlpProtocol
{
    /// <summary>Protobuf in the body of an HTTP request.</summary>
    Http,
    Grpc,
}
