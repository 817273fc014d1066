namespace Interleave.Silo.Telemetry;

/// <summary>Leaves this process's spans in a folder, for the client to collect: one OTLP JSON document a line.</summary>
internal sealed class SpanFile(string folder, ProcessResource process) : IDisposable
{
    public const string Pattern = "*.spans.jsonl";

    private readonly Lock _lock = new();
    private FileStream? _file;

    public void Write(Span span)
    {
        using var line = new MemoryStream();
        OtlpJson.Write(line, [span]);
        line.WriteByte((byte)'\n');
        lock (_lock)
        {
            _file ??= new FileStream(
                Path.Combine(folder, $"{process.ServiceName}-{process.ProcessId}.spans.jsonl"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite,
                bufferSize: 0);
            _file.Write(line.GetBuffer(), 0, (int)line.Length);
        }
    }

    /// <summary>All spans that processes have left in a folder; a last line that a killed process did not finish is passed over.</summary>
    public static IEnumerable<Span> ReadAll(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, Pattern))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(file);
            var lines = text.ReadToEnd();
            foreach (var line in lines[..(lines.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var span in OtlpJson.Read(System.Text.Encoding.UTF8.GetBytes(line)))
                {
                    yield return span;
                }
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
            _file = null;
        }
    }
}
