# Silos and the client, on Orleans. `docker build --target silo .` or `--target client`; docker-compose.yml builds both.
FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
WORKDIR /source
ENV GrainRuntime=Orleans ConsoleExporter=Package DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# What decides which packages are needed: as long as it stays the same, so does the layer with the packages.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props BannedSymbols.txt ./
COPY build/ build/
COPY Files/*.csproj Files/
COPY Grains/*.csproj Grains/
COPY Silo/*.csproj Silo/
COPY Client/*.csproj Client/
RUN dotnet restore Client

COPY .editorconfig ./
COPY Files/ Files/
# What is stored is written as the embedded runtime writes it.
COPY Embedded/Storage/ Embedded/Storage/
COPY Grains/ Grains/
COPY Silo/ Silo/
COPY Client/ Client/
# Built and not published: what is published of the client lacks what its silo is started by (Interleave.Silo.deps.json).
RUN dotnet build Client --configuration Release --no-restore

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12 AS run
COPY --from=build /source/artifacts/orleans/bin/Interleave.Client/release /app
# Nothing is written but below /tmp, and by the client in its working folder. 1654 is the user "app" of this image.
ENV XDG_STATE_HOME=/tmp/state DOTNET_EnableDiagnostics=0
USER 1654

FROM run AS silo
EXPOSE 11111 30000
ENTRYPOINT ["dotnet", "/app/Interleave.Silo.dll"]

FROM run AS client
WORKDIR /data
ENTRYPOINT ["dotnet", "/app/interleave.dll"]
