# syntax=docker/dockerfile:1

FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The build fetches the page assets with npm (src/Dukcapil.Bot.Web/PageAssets.targets).
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages --mount=type=cache,target=/root/.npm \
    dotnet publish src/Dukcapil.Bot.Web --configuration Release --output /app \
    && dotnet publish src/Dukcapil.Bot.Cli --configuration Release --output /cli

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The console program: `migrate` runs from the same image, with the login of the owner.
COPY --from=build /cli /cli
# URLS, not ASPNETCORE_URLS or ASPNETCORE_HTTP_PORTS: appsettings.json names an address, and only this variable outranks it.
ENV ASPNETCORE_ENVIRONMENT=Production \
    URLS=http://+:8080
EXPOSE 8080
USER $APP_UID
# The image has no curl; bash speaks enough HTTP for a yes or no.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "Dukcapil.Bot.Web.dll"]
