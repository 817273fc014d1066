using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Interleave.Client.Judging.Claims;

/// <summary>Reads <c>claims.yaml</c>, which this assembly carries.</summary>
internal static class ClaimFile
{
    public static IReadOnlyList<Claim> Read()
    {
        using var stream = typeof(ClaimFile).Assembly.GetManifestResourceStream(typeof(ClaimFile), "claims.yaml")!; // Embedded by the project file.
        using var reader = new StreamReader(stream);
        var rows = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<Row>>(reader);
        return
        [
            .. rows.Select(row => new Claim(row.Id, row.Claim, row.Needs, row.Models, new Meaning(row.Means["supported"], row.Means["refuted"]))
            {
                Cores = row.Cores,
                Silos = row.Silos,
            }),
        ];
    }

    private sealed class Row
    {
        public required string Id { get; set; }

        public required string Claim { get; set; }

        public required List<string> Needs { get; set; }

        public required List<string> Models { get; set; }

        public int Cores { get; set; } = 1;

        public List<int> Silos { get; set; } = [];

        public required Dictionary<string, string> Means { get; set; }
    }
}
